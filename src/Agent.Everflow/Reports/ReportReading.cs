using System.Runtime.CompilerServices;

namespace PromptLab.Everflow.Reports;

/// <summary>
/// Reads a report in pieces of which none is cut off and no two hold the same group: along its dates, else its partners, else its
/// offers. A report without such a column has to be merged in memory.
/// </summary>
/// <param name="ask">Sends one report.</param>
/// <param name="merge">Reads a report that was cut off as one.</param>
internal sealed class ReportReading(
    Func<ReportQuery, CancellationToken, Task<ReportTable>> ask, Func<ReportQuery, ReportTable, CancellationToken, Task<ReportTable>> merge)
{
    private const int Parts = 4;

    public async IAsyncEnumerable<ReportTable> ReadAsync(ReportQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var pieces = new Stack<Piece>([new Piece(query, null)]);
        while (pieces.TryPop(out var piece))
        {
            var table = await ask(piece.Query, cancellationToken);
            var parts = table.IsComplete ? [] : await SplitAsync(piece, cancellationToken);
            if (parts.Count == 0)
                yield return table.IsComplete ? table : await merge(piece.Query, table, cancellationToken);

            foreach (var part in parts.Reverse())
                pieces.Push(part);
        }
    }

    private async Task<IReadOnlyList<Piece>> SplitAsync(Piece piece, CancellationToken cancellationToken)
    {
        if (piece.Query.Columns.Contains(ReportColumn.Date))
            return piece.Query.From < piece.Query.To ? SplitDays(piece.Query) : [];

        if (Along(piece.Query) is not { } column)
            return [];

        var values = piece.Values ?? await ListAsync(piece.Query, column, cancellationToken);
        return values.Count < 2 ? [] : [.. values.Chunk((values.Count + Parts - 1) / Parts).Select(chunk => Only(piece.Query, column, chunk))];
    }

    private static string? Along(ReportQuery query) =>
        query.Columns.Contains(ReportColumn.Partner) ? ReportColumn.Partner
        : query.Columns.Contains(ReportColumn.Offer) ? ReportColumn.Offer
        : null;

    private async Task<IReadOnlyList<string>> ListAsync(ReportQuery query, string column, CancellationToken cancellationToken)
    {
        var list = await ask(query with { Columns = [column] }, cancellationToken);
        string[] ids = [.. list.Rows.Select(row => row.Cell(column)?.Id ?? "")];
        // A group without an id can be asked by no filter, so the report has to be taken as one.
        return list.IsComplete && !ids.Contains("") ? ids : [];
    }

    private static Piece[] SplitDays(ReportQuery query)
    {
        var days = query.To.DayNumber - query.From.DayNumber + 1;
        var half = query.From.AddDays(days / 2);
        return [new Piece(query with { To = half.AddDays(-1) }, null), new Piece(query with { From = half }, null)];
    }

    /// <summary>Conditions of one type are alternatives, so these take the place of what was asked; they were found under it.</summary>
    private static Piece Only(ReportQuery query, string column, string[] values) => new(
        query with
        {
            Filters = [.. query.Filters.Where(filter => filter.ResourceType != column), .. values.Select(value => new ReportFilter(column, value))],
        },
        values);

    /// <param name="Values">Which partners or offers the piece is limited to; null before they were listed.</param>
    private sealed record Piece(ReportQuery Query, IReadOnlyList<string>? Values);
}
