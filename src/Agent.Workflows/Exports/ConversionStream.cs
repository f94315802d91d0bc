using System.Runtime.CompilerServices;
using PromptLab.Everflow;
using PromptLab.Everflow.Conversions;
using PromptLab.Everflow.Reports;
using PromptLab.Workflows.Dates;

namespace PromptLab.Workflows.Exports;

/// <summary>All rows of a row-level report, each once, in files of some days each. A file that breaks is asked again; what it gave
/// already is known by its ids.</summary>
internal sealed class ConversionStream(ConversionsClient conversions, int windowRows)
{
    private const int Attempts = 3;

    /// <param name="expected">About how many rows there are.</param>
    /// <exception cref="EverflowException">Any failure that did not pass.</exception>
    public async IAsyncEnumerable<ConversionLine> ReadAsync(
        IReadOnlyList<ConversionQuery> queries, DateRange range, long expected, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var ids = new ConversionIds();
        foreach (var window in ConversionWindow.Of(range, expected, windowRows))
        {
            ids.Clear();
            foreach (var query in queries)
            {
                await foreach (var line in ReadWindowAsync(query with { From = window.From, To = window.To }, ids, cancellationToken))
                {
                    yield return line;
                }
            }
        }
    }

    private async IAsyncEnumerable<ConversionLine> ReadWindowAsync(
        ConversionQuery query, ConversionIds ids, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            await using var stream = await conversions.ExportAsync(query, ReportFormat.Csv, ConversionFields.Names, cancellationToken);
            await using var lines = ConversionFileReader.ReadAsync(stream, cancellationToken).GetAsyncEnumerator(cancellationToken);
            while (await NextAsync(lines, mayBreak: attempt < Attempts) is { } hasNext)
            {
                if (!hasNext)
                {
                    yield break;
                }

                if (ids.Add(lines.Current))
                {
                    yield return lines.Current;
                }
            }
        }
    }

    /// <returns>Null when the file broke and may be asked again.</returns>
    private static async ValueTask<bool?> NextAsync(IAsyncEnumerator<ConversionLine> lines, bool mayBreak)
    {
        try
        {
            return await lines.MoveNextAsync();
        }
        catch (EverflowException exception) when (mayBreak && MayPass(exception.Kind))
        {
            return null;
        }
    }

    private static bool MayPass(EverflowFailure kind) =>
        kind is EverflowFailure.Unavailable or EverflowFailure.Timeout or EverflowFailure.MalformedReply;
}
