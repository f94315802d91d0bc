using System.Text.Json;
using System.Text.Json.Serialization;
using PromptLab.Everflow.Wire;

namespace PromptLab.Everflow.Reports;

internal sealed class ReportTableWire
{
    /// <summary>The API gives no more; a table of this size counts as cut off even when the reply does not say so.</summary>
    private const int MostRows = 10_000;

    public ReportRowWire?[]? Table { get; set; }

    public bool IncompleteResults { get; set; }

    public ReportTable ToTable()
    {
        if (Table is null)
            throw new JsonException("The reply has no table.");

        var rows = new ReportRow[Table.Length];
        for (var i = 0; i < rows.Length; i++)
            rows[i] = (Table[i] ?? throw new JsonException("A row is null.")).ToRow();

        return new(rows, !IncompleteResults && rows.Length < MostRows);
    }
}

internal sealed class ReportRowWire
{
    public ReportCellWire?[]? Columns { get; set; }

    public ReportMetricsWire? Reporting { get; set; }

    public ReportRow ToRow()
    {
        if (Columns is null || Reporting is null)
            throw new JsonException("A row has no columns or no figures.");

        var cells = new ReportCell[Columns.Length];
        for (var i = 0; i < cells.Length; i++)
            cells[i] = (Columns[i] ?? throw new JsonException("A column is null.")).ToCell();

        return new(cells, Reporting.ToMetrics());
    }
}

internal sealed class ReportCellWire
{
    [JsonConverter(typeof(ColumnName))]
    public string? ColumnType { get; set; }

    public string? Id { get; set; }

    public string? Label { get; set; }

    public ReportCell ToCell() => new(ColumnType ?? "", Id ?? "", Label);
}

internal sealed class ReportMetricsWire
{
    public long Imp { get; set; }

    public long TotalClick { get; set; }

    public long UniqueClick { get; set; }

    public long InvalidClick { get; set; }

    public long DuplicateClick { get; set; }

    public long GrossClick { get; set; }

    public long Cv { get; set; }

    public long InvalidCvScrub { get; set; }

    public long ViewThroughCv { get; set; }

    public long TotalCv { get; set; }

    public long Event { get; set; }

    public decimal Payout { get; set; }

    public decimal Revenue { get; set; }

    public decimal GrossSales { get; set; }

    public ReportMetrics ToMetrics() => new()
    {
        Impressions = Imp,
        Clicks = TotalClick,
        UniqueClicks = UniqueClick,
        InvalidClicks = InvalidClick,
        DuplicateClicks = DuplicateClick,
        GrossClicks = GrossClick,
        Conversions = Cv,
        ScrubbedConversions = InvalidCvScrub,
        ViewThroughConversions = ViewThroughCv,
        TotalConversions = TotalCv,
        Events = Event,
        Payout = Payout,
        Revenue = Revenue,
        GrossSales = GrossSales,
    };
}
