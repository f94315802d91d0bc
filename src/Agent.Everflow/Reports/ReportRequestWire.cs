using System.Globalization;
using PromptLab.Everflow.Wire;

namespace PromptLab.Everflow.Reports;

internal sealed class ReportRequestWire
{
    public required string From { get; set; }

    public required string To { get; set; }

    public required int TimezoneId { get; set; }

    public required string CurrencyId { get; set; }

    public required ReportColumnWire[] Columns { get; set; }

    public string[] UsmColumns { get; set; } = [];

    public required ReportConditionsWire Query { get; set; }

    /// <summary>Exports only.</summary>
    public string? Format { get; set; }

    public static ReportRequestWire Of(ReportQuery query, int timeZoneId, string currency) => new()
    {
        From = Day(query.From),
        To = Day(query.To),
        TimezoneId = timeZoneId,
        CurrencyId = currency,
        Columns = Array.ConvertAll(query.Columns as string[] ?? [.. query.Columns], static column => new ReportColumnWire { Column = column }),
        Query = new() { Filters = ReportFilterWire.Of(query.Filters), Exclusions = ReportFilterWire.Of(query.Exclusions) },
    };

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string FormatName(ReportFormat format) => format == ReportFormat.Csv ? "csv" : "json";
}

internal sealed class ReportColumnWire
{
    public required string Column { get; set; }
}

internal sealed class ReportConditionsWire
{
    public required ReportFilterWire[] Filters { get; set; }

    public required ReportFilterWire[] Exclusions { get; set; }

    public EmptyWire[] MetricFilters { get; set; } = [];

    public EmptyWire[] UserMetrics { get; set; } = [];

    public EmptyWire Settings { get; set; } = new();
}

internal sealed class ReportFilterWire
{
    public required string ResourceType { get; set; }

    public required string FilterIdValue { get; set; }

    public static ReportFilterWire[] Of(IReadOnlyList<ReportFilter> filters)
    {
        var wire = filters.Count == 0 ? [] : new ReportFilterWire[filters.Count];
        for (var i = 0; i < wire.Length; i++)
            wire[i] = new() { ResourceType = filters[i].ResourceType, FilterIdValue = filters[i].Value };

        return wire;
    }
}
