using System.Text;
using CsvHelper;
using PromptLab.Workflows.Evaluators;
using PromptLab.Workflows.Templates;

namespace PromptLab.Workflows.Datasets;

/// <summary>Writes the rows of a dataset as a file that can be imported again.</summary>
public static class DatasetWriter
{
    private static readonly byte[] LineEnd = "\n"u8.ToArray();

    public static Task WriteAsync(DatasetReader reader, Dataset dataset, Stream stream, bool isCsv, CancellationToken cancellationToken) =>
        isCsv ? WriteCsvAsync(reader, dataset, stream, cancellationToken) : WriteJsonLinesAsync(reader, dataset, stream, cancellationToken);

    /// <summary>The rows are read twice: all of their variables are columns, and the first line names them.</summary>
    private static async Task WriteCsvAsync(DatasetReader reader, Dataset dataset, Stream stream, CancellationToken cancellationToken)
    {
        var columns = new List<string>();
        await foreach (var row in reader.AllRowsAsync(dataset, cancellationToken))
        {
            columns.AddRange(row.Variables.Keys.Where(name => !columns.Contains(name)));
        }

        await using var csv = CsvWriter.Create(stream, new CsvWriterOptions(), leaveOpen: true);
        await csv.WriteRecordAsync([.. columns.Select(DatasetColumns.Column), DatasetColumns.Expected, DatasetColumns.Note], cancellationToken);
        await foreach (var row in reader.AllRowsAsync(dataset, cancellationToken))
        {
            string[] cells = [.. columns.Select(name => row.Variables.GetValueOrDefault(name) ?? ""), Expectation.Text(row.Expected) ?? "", row.Note];
            await csv.WriteRecordAsync(cells, cancellationToken);
        }

        await csv.FlushAsync(cancellationToken);
    }

    private static async Task WriteJsonLinesAsync(DatasetReader reader, Dataset dataset, Stream stream, CancellationToken cancellationToken)
    {
        await foreach (var row in reader.AllRowsAsync(dataset, cancellationToken))
        {
            var json = TemplateJson.Write(new { row.Variables, row.Expected, row.Note });
            await stream.WriteAsync(Encoding.UTF8.GetBytes(json), cancellationToken);
            await stream.WriteAsync(LineEnd, cancellationToken);
        }
    }
}
