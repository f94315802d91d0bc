using System.Globalization;
using System.Text.Json;
using CsvHelper;
using CsvHelper.Configuration;
using PromptLab.Workflows.Templates;

namespace PromptLab.Workflows.Datasets;

/// <summary>Rows in CSV: a column for each variable, and <c>expected</c> and <c>note</c>. An empty cell gives no value.</summary>
internal static class CsvDataset
{
    private const char Quote = '"';

    public static async Task<DatasetReading> ReadAsync(TextReader text)
    {
        var reading = new DatasetReading();
        // What CsvHelper calls bad data is a quote out of place; it goes on reading, so that one line tells one problem.
        var isBad = false;
        using var csv = new CsvParser(text, new CsvConfiguration(CultureInfo.InvariantCulture) { BadDataFound = _ => isBad = true, IgnoreBlankLines = true });
        if (!await csv.ReadAsync())
        {
            reading.Problem(1, "The file is empty. Its first line names the columns: the variables, expected and note.");
            return reading;
        }

        string[] columns = [.. csv.Record!.Select(name => name.Trim())];
        CheckColumns(columns, reading);
        while (!reading.IsFull && await csv.ReadAsync())
        {
            var line = csv.RawRow - Breaks(csv.RawRecord);
            if (isBad)
            {
                reading.Problem(line, "A quote stands in the middle of a cell. Put the whole cell in quotes and write each quote in it twice.");
            }
            else if (csv.Count != columns.Length)
            {
                reading.Problem(line, $"The line has {csv.Count} cells, and there are {columns.Length} columns. Put texts with commas or line breaks in quotes.");
            }
            else
            {
                reading.Row(line, Row(columns, csv.Record!));
            }

            isBad = false;
        }

        return reading;
    }

    /// <summary>Objects and lists are read as such, as they were written.</summary>
    public static JsonElement? Expected(string cell)
    {
        if (cell.Length == 0)
        {
            return null;
        }

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

        return JsonSerializer.SerializeToElement(cell);
    }

    private static void CheckColumns(string[] columns, DatasetReading reading)
    {
        if (columns is [var only] && only.AsSpan().ContainsAny(';', '\t'))
        {
            reading.Problem(1, "Columns are separated by commas. Save the file as CSV with commas, not with semicolons or tabs.");
            return;
        }

        foreach (var name in columns.Where(name => !PlaceholderText.IsVariableName(name)))
        {
            reading.Problem(1, $"“{name}” is no variable name: use letters, digits and _, beginning with a letter.");
        }

        foreach (var twice in columns.GroupBy(name => name, StringComparer.Ordinal).Where(same => same.Count() > 1))
        {
            reading.Problem(1, $"The column {twice.Key} stands there twice. Remove one.");
        }
    }

    private static DatasetCaseDraft Row(string[] columns, string[] cells)
    {
        var variables = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (column, cell) in columns.Zip(cells).Where(pair => pair.First is not (DatasetColumns.Expected or DatasetColumns.Note) && pair.Second.Length > 0))
        {
            variables[column] = cell;
        }

        return new(variables, Expected(Cell(DatasetColumns.Expected)), Cell(DatasetColumns.Note));

        string Cell(string column) => Array.IndexOf(columns, column) is >= 0 and var place ? cells[place] : "";
    }

    /// <summary>The parser counts the last line of a row; its first one is where a person looks.</summary>
    private static int Breaks(string raw)
    {
        var body = raw.AsSpan().TrimEnd("\r\n");
        return body.Contains(Quote) ? body.Count('\n') : 0;
    }
}
