using System.Runtime.CompilerServices;

namespace PromptLab.Everflow.Conversions;

/// <summary>
/// Reads all rows of a live report. Its pages are no snapshot: a row at the border of two pages can come twice or not at all,
/// and the total grows. So rows are taken once by id, long ranges are read day by day, and a day whose rows do not reach the
/// total is read again with other page borders.
/// </summary>
/// <param name="ask">Reads one page of a given size, counted from 1.</param>
internal sealed class ConversionReading(
    Func<ConversionQuery, int, int, CancellationToken, Task<ConversionPage>> ask, int pageSize)
{
    private const int Passes = 3;

    public async IAsyncEnumerable<ConversionBatch> ReadAsync(
        ConversionQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var first = await ask(query, 1, pageSize, cancellationToken);
        if (query.From == query.To || first.TotalCount <= first.Rows.Count)
        {
            yield return await ReadAllAsync(query, first, cancellationToken);
            yield break;
        }

        for (var day = query.From; day <= query.To; day = day.AddDays(1))
            yield return await ReadAllAsync(query with { From = day, To = day }, null, cancellationToken);
    }

    private async Task<ConversionBatch> ReadAllAsync(ConversionQuery query, ConversionPage? first, CancellationToken cancellationToken)
    {
        var rows = new Dictionary<string, Conversion>();
        var total = 0;
        for (var pass = 0; pass < Passes && (pass == 0 || rows.Count < total); pass++)
            total = await ReadPassAsync(query, Size(pass), pass == 0 ? first : null, rows, cancellationToken);

        return new(query.From, query.To, [.. rows.Values], rows.Count >= total);
    }

    /// <returns>The total as the last page gave it.</returns>
    private async Task<int> ReadPassAsync(
        ConversionQuery query, int size, ConversionPage? first, Dictionary<string, Conversion> rows, CancellationToken cancellationToken)
    {
        var read = 0;
        for (var number = 1; ; number++)
        {
            var page = number == 1 && first is not null ? first : await ask(query, number, size, cancellationToken);
            foreach (var row in page.Rows)
                rows[row.Id] = row;

            read += page.Rows.Count;
            if (page.Rows.Count == 0 || rows.Count >= page.TotalCount || read >= page.TotalCount)
                return page.TotalCount;
        }
    }

    /// <summary>Each pass has its page borders elsewhere.</summary>
    private int Size(int pass) => Math.Max(1, pageSize * (Passes + 1 - pass) / (Passes + 1));
}
