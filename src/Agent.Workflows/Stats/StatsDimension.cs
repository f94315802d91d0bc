using PromptLab.Everflow.Reports;
using PromptLab.Workflows.Exports;

namespace PromptLab.Workflows.Stats;

/// <summary>A column of an aggregated report that groups its rows; an entity gives two columns of the file, id and name.</summary>
/// <param name="Name">The API's column.</param>
internal sealed record StatsDimension(string Name, IReadOnlyList<ExportColumn> Columns)
{
    public static StatsDimension Entity(string name, string header) => new(name, [new(header + "_id", IsNumber: true), new(header)]);

    public static StatsDimension Value(string name, string header) => new(name, [new(header)]);

    public void Append(List<string> cells, ReportRow row, TimeZoneInfo zone)
    {
        var cell = row.Cell(Name);
        if (Columns.Count == 2)
        {
            cells.Add(cell?.Id ?? "");
            cells.Add(cell?.Label ?? "");
        }
        else
        {
            cells.Add(Name == ReportColumn.Date ? ReportDay.Of(cell, zone) : Text(cell));
        }
    }

    private static string Text(ReportCell? cell) => string.IsNullOrEmpty(cell?.Label) ? cell?.Id ?? "" : cell.Label;
}
