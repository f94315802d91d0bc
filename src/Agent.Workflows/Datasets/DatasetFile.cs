using System.Text;

namespace PromptLab.Workflows.Datasets;

/// <summary>Reads files of rows into datasets: all rows of a file, or none.</summary>
public sealed class DatasetFile(DatasetCases cases)
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <param name="file">UTF-8; read as it comes.</param>
    /// <param name="isCsv">CSV with a line of column names; otherwise JSON Lines.</param>
    /// <param name="replaces">True to put the rows in the place of those that there are.</param>
    /// <returns>What came of it; every line that cannot be read, when there are any.</returns>
    public async Task<(DatasetSaving? Saving, int Rows, IReadOnlyList<LineProblem> Problems)> ImportAsync(
        string owner, Guid id, Stream file, bool isCsv, bool replaces, CancellationToken cancellationToken)
    {
        var reading = await ReadAsync(file, isCsv, cancellationToken);
        return reading.Problems.Count > 0 ? (null, 0, reading.Problems)
            : reading.Rows.Count == 0 ? (null, 0, [new(1, "The file has no rows.")])
            : (await cases.StoreAsync(owner, id, reading.Rows, replaces, cancellationToken), reading.Rows.Count, []);
    }

    private static async Task<DatasetReading> ReadAsync(Stream file, bool isCsv, CancellationToken cancellationToken)
    {
        using var text = new StreamReader(file, Strict, detectEncodingFromByteOrderMarks: true, bufferSize: 16 * 1024, leaveOpen: true);
        try
        {
            return isCsv ? await CsvDataset.ReadAsync(text, cancellationToken) : await JsonLinesDataset.ReadAsync(text, cancellationToken);
        }
        catch (DecoderFallbackException)
        {
            var broken = new DatasetReading();
            broken.Problem(1, "The file is not UTF-8. Save it as UTF-8 and import it again.");
            return broken;
        }
    }
}
