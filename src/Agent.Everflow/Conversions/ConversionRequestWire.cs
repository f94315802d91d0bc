using PromptLab.Everflow.Reports;
using PromptLab.Everflow.Wire;

namespace PromptLab.Everflow.Conversions;

internal sealed class ConversionRequestWire
{
    public required string From { get; set; }

    public required string To { get; set; }

    public required int TimezoneId { get; set; }

    public required string CurrencyId { get; set; }

    public required bool ShowConversions { get; set; }

    public required bool ShowEvents { get; set; }

    public required bool ShowOnlyVt { get; set; }

    public required bool ShowOnlyCt { get; set; }

    public required bool ShowOnlyScrub { get; set; }

    public required bool ShowOnlyFailTraffic { get; set; }

    public required ConversionConditionsWire Query { get; set; }

    /// <summary>Exports only.</summary>
    public string? Format { get; set; }

    /// <summary>Exports only; null asks for all.</summary>
    public IReadOnlyList<string>? Columns { get; set; }

    public static ConversionRequestWire Of(ConversionQuery query, int timeZoneId, string currency) => new()
    {
        From = ReportRequestWire.Day(query.From),
        To = ReportRequestWire.Day(query.To),
        TimezoneId = timeZoneId,
        CurrencyId = currency,
        ShowConversions = query.ShowConversions,
        ShowEvents = query.ShowEvents,
        ShowOnlyVt = query.OnlyViewThrough,
        ShowOnlyCt = query.OnlyClickThrough,
        ShowOnlyScrub = query.OnlyScrubbed,
        ShowOnlyFailTraffic = query.OnlyFailTraffic,
        Query = new() { Filters = ReportFilterWire.Of(query.Filters) },
    };
}

internal sealed class ConversionConditionsWire
{
    public required ReportFilterWire[] Filters { get; set; }

    public EmptyWire[] SearchTerms { get; set; } = [];
}
