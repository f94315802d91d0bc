using System.Text.Json.Nodes;

namespace PromptLab.Simulator.Tests.Api;

/// <summary>One row of a report, or its total.</summary>
public sealed record ReportLine(IReadOnlyList<(string Id, string Label)> Columns, JsonNode Reporting)
{
    public string Id => Columns[0].Id;

    public string Label => Columns[0].Label;

    public long Clicks => Count("total_click");

    public long Conversions => Count("cv");

    public decimal Payout => Number("payout");

    public decimal Revenue => Number("revenue");

    public static IReadOnlyList<ReportLine> All(JsonNode reply) =>
        [.. reply["table"]!.AsArray().Select(row => new ReportLine(
            [.. row!["columns"]!.AsArray().Select(column => ((string)column!["id"]!, (string)column["label"]!))], row["reporting"]!))];

    public long Count(string metric) => (long)Reporting[metric]!;

    public decimal Number(string metric) => (decimal)Reporting[metric]!;
}
