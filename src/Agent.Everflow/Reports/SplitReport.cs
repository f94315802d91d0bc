namespace PromptLab.Everflow.Reports;

/// <summary>Reads a report that the API cut off again in pieces, small enough to be whole, and merges them.</summary>
/// <param name="ask">Sends one report.</param>
/// <param name="mostRequests">Pieces that may be asked for; what is still cut off then stays so.</param>
internal sealed class SplitReport(Func<ReportQuery, CancellationToken, Task<ReportTable>> ask, int mostRequests)
{
    private const int AtOnce = 4;

    private readonly MergedRows _rows = new();
    private bool _isComplete = true;
    private int _requests;

    /// <param name="cut">What the API gave for the whole.</param>
    public async Task<ReportTable> ReadAsync(ReportQuery query, ReportTable cut, CancellationToken cancellationToken)
    {
        var pieces = await NarrowAsync(new(query), cut, cancellationToken);
        while (pieces.Count > 0)
        {
            var tables = await AskAsync(pieces, cancellationToken);
            var smaller = new List<ReportPiece>();
            for (var i = 0; i < tables.Length; i++)
            {
                if (tables[i].IsComplete)
                    _rows.Add(tables[i].Rows);
                else
                    smaller.AddRange(await NarrowAsync(pieces[i], tables[i], cancellationToken));
            }

            pieces = smaller;
        }

        return new(_rows.ToRows(), _isComplete);
    }

    /// <summary>The parts of a piece that was cut off, already counted as asked; or none, when what is there has to do.</summary>
    private async Task<IReadOnlyList<ReportPiece>> NarrowAsync(ReportPiece piece, ReportTable cut, CancellationToken cancellationToken)
    {
        while (_requests < mostRequests && piece.NextList is { } column)
            piece = await ListAsync(piece, column, cancellationToken);

        var parts = piece.Split();
        if (parts.Count > 0 && _requests + parts.Count <= mostRequests)
        {
            _requests += parts.Count;
            return parts;
        }

        _rows.Add(cut.Rows);
        _isComplete = false;
        return [];
    }

    /// <summary>Asks which partners or offers have rows at all.</summary>
    private async Task<ReportPiece> ListAsync(ReportPiece piece, string column, CancellationToken cancellationToken)
    {
        _requests++;
        var list = await ask(piece.Query with { Columns = [column] }, cancellationToken);
        return list.IsComplete
            ? piece.With(column, [.. list.Rows.Select(row => row.Cell(column)?.Id ?? "").Where(id => id.Length > 0)])
            : piece.With(column, []);
    }

    private async Task<ReportTable[]> AskAsync(IReadOnlyList<ReportPiece> pieces, CancellationToken cancellationToken)
    {
        var tables = new ReportTable[pieces.Count];
        await Parallel.ForAsync(
            0,
            pieces.Count,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (i, token) => tables[i] = await ask(pieces[i].Query, token));
        return tables;
    }
}
