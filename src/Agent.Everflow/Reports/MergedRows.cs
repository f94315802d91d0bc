namespace PromptLab.Everflow.Reports;

/// <summary>Rows of several reports with the same columns: one row per group, its figures added up.</summary>
internal sealed class MergedRows
{
    private readonly Dictionary<string, int> _places = [];
    private readonly List<ReportRow> _rows = [];

    public void Add(IReadOnlyList<ReportRow> rows)
    {
        foreach (var row in rows)
        {
            var key = Key(row);
            if (_places.TryAdd(key, _rows.Count))
                _rows.Add(row);
            else
                _rows[_places[key]] = row with { Metrics = _rows[_places[key]].Metrics + row.Metrics };
        }
    }

    public IReadOnlyList<ReportRow> ToRows() => _rows;

    private static string Key(ReportRow row) =>
        string.Join('\u001f', row.Cells.Select(cell => cell.Id.Length > 0 ? cell.Id : cell.Label));
}
