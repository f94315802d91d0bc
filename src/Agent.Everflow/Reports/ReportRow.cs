namespace PromptLab.Everflow.Reports;

/// <summary>One group of a report.</summary>
/// <param name="Cells">One per column of the query, in the API's order.</param>
/// <param name="Metrics">Counts and amounts of the group, in the currency of the options.</param>
public sealed record ReportRow(IReadOnlyList<ReportCell> Cells, ReportMetrics Metrics)
{
    /// <summary>The cell of a column, or null when the reply has no such column.</summary>
    public ReportCell? Cell(string column)
    {
        for (var i = 0; i < Cells.Count; i++)
            if (Cells[i].Column == column)
                return Cells[i];

        return null;
    }
}
