namespace PromptLab.Simulator.Tests.Api;

/// <summary>What a test asks a report for; days count back from Wednesday 2025-01-15.</summary>
public sealed record ReportAsk(int FromDaysAgo, int ToDaysAgo, params string[] Columns)
{
    public static readonly DateOnly Today = new(2025, 1, 15);

    public int TimeZone { get; init; } = SimulatedApi.Amsterdam;

    public string Currency { get; init; } = "EUR";

    public IReadOnlyList<(string Type, object Value)> Filters { get; init; } = [];

    public IReadOnlyList<(string Type, object Value)> Exclusions { get; init; } = [];

    public Dictionary<string, object> Body() => new()
    {
        ["from"] = Day(FromDaysAgo),
        ["to"] = Day(ToDaysAgo),
        ["timezone_id"] = TimeZone,
        ["currency_id"] = Currency,
        ["columns"] = Columns.Select(column => new { column }),
        ["query"] = new { filters = Entries(Filters), exclusions = Entries(Exclusions) },
    };

    public static string Day(int daysAgo) => Today.AddDays(-daysAgo).ToString("O");

    private static IEnumerable<object> Entries(IReadOnlyList<(string Type, object Value)> entries) =>
        entries.Select(entry => new { resource_type = entry.Type, filter_id_value = entry.Value.ToString() });
}
