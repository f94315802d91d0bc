using System.Runtime.CompilerServices;
using CsvHelper;
using PromptLab.Everflow;

namespace PromptLab.Workflows.Exports;

/// <summary>Reads Everflow's conversion file as it arrives. A row that is not whole ends it, so that half a reply is never taken for all.</summary>
internal static class ConversionFileReader
{
    private const string Operation = "conversions.export";
    private const int LongestRow = 1024 * 1024;

    private static readonly CsvReaderOptions Csv = new()
    {
        Separator = ',',
        MalformedData = CsvMalformedDataHandling.Throw,
        FieldCountMismatch = CsvFieldCountHandling.Throw,
        MaxRecordSize = LongestRow,
        IncludeValuesInExceptions = false,
    };

    /// <summary>The same object for each row, with that row's values.</summary>
    /// <exception cref="EverflowException"><see cref="EverflowFailure.MalformedReply"/>, or what the stream fails with.</exception>
    public static async IAsyncEnumerable<ConversionLine> ReadAsync(Stream stream, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var csv = CsvReader.Create(stream, Csv, leaveOpen: true);
        var places = Array.Empty<int>();
        var line = new ConversionLine();
        while (await ReadAsync(csv, cancellationToken))
        {
            if (places.Length == 0)
            {
                places = Places([.. csv.Headers]);
            }

            line.Clear();
            foreach (var place in places)
            {
                line.Add(place < 0 ? default : csv.GetSpan(place));
            }

            // The last field of the file: a row that was cut off right there has a part of it.
            yield return line.TryReadId(out _) ? line : throw Malformed();
        }
    }

    private static int[] Places(string[] header)
    {
        int[] places = [.. ConversionFields.Names.Select(name => Array.FindIndex(header, cell => cell.Equals(name, StringComparison.OrdinalIgnoreCase)))];
        return places[(int)ConversionField.ConversionId] < 0 || places[(int)ConversionField.Status] < 0 ? throw Malformed() : places;
    }

    private static async ValueTask<bool> ReadAsync(CsvReader csv, CancellationToken cancellationToken)
    {
        try
        {
            return await csv.ReadAsync(cancellationToken);
        }
        catch (CsvFormatException exception)
        {
            throw Malformed(exception);
        }
    }

    private static EverflowException Malformed(Exception? cause = null) =>
        new(EverflowFailure.MalformedReply, Operation, "The file has a row that is not whole.", cause);
}
