namespace PromptLab.Simulator.Tests.Api;

/// <summary>What a test asks the raw conversions for; days count back from Wednesday 2025-01-15.</summary>
public sealed record ConversionAsk(int FromDaysAgo, int ToDaysAgo)
{
    public int TimeZone { get; init; } = SimulatedApi.Amsterdam;

    public bool Conversions { get; init; } = true;

    public bool Events { get; init; } = true;

    public bool OnlyScrub { get; init; }

    public IReadOnlyList<(string Type, object Value)> Filters { get; init; } = [];

    public Dictionary<string, object> Body() => new()
    {
        ["from"] = ReportAsk.Day(FromDaysAgo),
        ["to"] = ReportAsk.Day(ToDaysAgo),
        ["timezone_id"] = TimeZone,
        ["show_conversions"] = Conversions,
        ["show_events"] = Events,
        ["show_only_scrub"] = OnlyScrub,
        ["query"] = new { filters = Filters.Select(entry => new { resource_type = entry.Type, filter_id_value = entry.Value.ToString() }) },
    };
}
