using System.Text.Json;
using CsvHelper;
using PromptLab.Workflows.Templates;

namespace PromptLab.Workflows.Datasets;

/// <summary>
/// Rows in CSV: a column for each variable, and <c>expected</c> and <c>note</c>, as <see cref="DatasetColumns"/> tells them apart. An empty cell gives no value. Columns are separated by commas,
/// semicolons or tabs, as the first lines show.
/// </summary>
internal static class CsvDataset
{
    private const int LargestRecord = 1024 * 1024;

    public static async Task<DatasetReading> ReadAsync(TextReader text, CancellationToken cancellationToken)
    {
        var reading = new DatasetReading();
        try
        {
            await using var csv = CsvReader.Create(text, Options(reading), leaveOpen: true);
            await csv.ReadHeaderAsync(cancellationToken);
            await ReadAsync(csv, reading, cancellationToken);
        }
        catch (CsvFormatException exception)
        {
            reading.Problem((int)exception.LineNumber, "The rest of the file cannot be read from here on. See whether a quote is never closed.");
        }

        return reading;
    }

    /// <summary>Objects and lists are read as such, anything else as a text; null for an empty cell.</summary>
    public static JsonElement? Expected(string cell)
    {
        if (cell.TrimStart() is ['{' or '[', ..])
        {
            try
            {
                return JsonElement.Parse(cell);
            }
            catch (JsonException)
            {
                // A text that only looks like JSON.
            }
        }

        return cell.Length == 0 ? null : JsonSerializer.SerializeToElement(cell);
    }

    private static CsvReaderOptions Options(DatasetReading reading) => new()
    {
        TrackLineNumbers = true,
        MalformedData = CsvMalformedDataHandling.Skip,
        FieldCountMismatch = CsvFieldCountHandling.Skip,
        OnMalformedRecord = record => reading.Problem((int)record.LineNumber, Text(record.Reason)),
        MaxRecordSize = LargestRecord,
    };

    private static string Text(CsvMalformedReason reason) => reason switch
    {
        CsvMalformedReason.FieldCountMismatch => "The line has more or fewer cells than there are columns. Put texts with separators or line breaks in quotes.",
        CsvMalformedReason.UnterminatedQuote => "A quote is opened here and never closed.",
        _ => "A quote stands in the middle of a cell. Put the whole cell in quotes and write each quote in it twice.",
    };

    private static async Task ReadAsync(CsvReader csv, DatasetReading reading, CancellationToken cancellationToken)
    {
        string[] columns = [.. csv.Headers.Select(name => name.Trim())];
        CheckColumns(columns, reading);
        // What a column is called is told once, not for each row.
        if (reading.Problems.Count > 0)
        {
            return;
        }

        while (!reading.IsFull && await csv.ReadAsync(cancellationToken))
        {
            reading.Row((int)csv.LineNumber, Row(columns, csv));
        }
    }

    private static void CheckColumns(string[] columns, DatasetReading reading)
    {
        if (columns.Length == 0)
        {
            reading.Problem(1, "The file is empty. Its first line names the columns: the variables, expected and note.");
        }

        foreach (var name in columns.Where(name => DatasetColumns.Variable(name) is { } variable && !PlaceholderText.IsVariableName(variable)))
        {
            reading.Problem(1, $"“{name}” is no variable name: use letters, digits and _, beginning with a letter.");
        }

        foreach (var twice in columns.GroupBy(name => DatasetColumns.Variable(name) is { } variable ? DatasetColumns.Column(variable) : name, StringComparer.Ordinal).Where(same => same.Count() > 1))
        {
            reading.Problem(1, $"The column {twice.First()} stands there twice. Remove one.");
        }
    }

    private static DatasetCaseDraft Row(string[] columns, CsvReader csv)
    {
        var variables = new Dictionary<string, string>(StringComparer.Ordinal);
        var (expected, note) = ("", "");
        for (var place = 0; place < columns.Length; place++)
        {
            var cell = csv.GetString(place);
            switch (columns[place])
            {
                case DatasetColumns.Expected:
                    expected = cell;
                    break;
                case DatasetColumns.Note:
                    note = cell;
                    break;
                case var name when cell.Length > 0:
                    variables[DatasetColumns.Variable(name)!] = cell;
                    break;
            }
        }

        return new(variables, Expected(expected), note);
    }
}
