using PromptLab.Everflow.Reports;

namespace PromptLab.Everflow.Conversions;

/// <summary>Row-level conversions of inclusive days in the network's time zone, at most 365.</summary>
/// <param name="Filters">Same type: any of them; different types: all of them. The type <c>status</c> works here too.</param>
public sealed record ConversionQuery(DateOnly From, DateOnly To, IReadOnlyList<ReportFilter> Filters)
{
    /// <summary>Base conversions.</summary>
    public bool ShowConversions { get; init; } = true;

    /// <summary>Events after the base conversion.</summary>
    public bool ShowEvents { get; init; }

    /// <summary>Throttled conversions only.</summary>
    public bool OnlyScrubbed { get; init; }

    public bool OnlyViewThrough { get; init; }

    public bool OnlyClickThrough { get; init; }

    public bool OnlyFailTraffic { get; init; }
}
