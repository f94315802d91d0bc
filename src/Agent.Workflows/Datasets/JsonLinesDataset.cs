using System.Text.Json;

namespace PromptLab.Workflows.Datasets;

/// <summary>
/// Rows in JSON Lines: an object each, with <c>variables</c>, <c>expected</c> and <c>note</c>. Without <c>variables</c> every other member is one.
/// </summary>
internal static class JsonLinesDataset
{
    public static async Task<DatasetReading> ReadAsync(TextReader text, CancellationToken cancellationToken)
    {
        var reading = new DatasetReading();
        for (var line = 1; !reading.IsFull && await text.ReadLineAsync(cancellationToken) is { } json; line++)
        {
            if (!string.IsNullOrWhiteSpace(json))
            {
                Read(json, line, reading);
            }
        }

        return reading;
    }

    private static void Read(string json, int line, DatasetReading reading)
    {
        try
        {
            var row = JsonElement.Parse(json);
            if (row.ValueKind != JsonValueKind.Object)
            {
                reading.Problem(line, """The line is no object. Write {"variables": {…}, "expected": …} on a line of its own.""");
            }
            else if (Variables(row) is { } variables && variables.Values.All(IsValue))
            {
                reading.Row(line, new(variables.ToDictionary(pair => pair.Key, pair => Text(pair.Value), StringComparer.Ordinal), Expected(row), Note(row)));
            }
            else
            {
                reading.Problem(line, "variables must be an object of texts, numbers or truth values.");
            }
        }
        catch (InvalidOperationException)
        {
            reading.Problem(line, DatasetCaseCheck.HalfCharacter);
        }
        catch (JsonException exception)
        {
            reading.Problem(line, $"The line is no JSON at character {exception.BytePositionInLine + 1}. Each row stands on one line.");
        }
    }

    /// <summary>Null when there are none that can be read.</summary>
    private static Dictionary<string, JsonElement>? Variables(JsonElement row)
    {
        var isNested = row.TryGetProperty(DatasetColumns.Variables, out var nested);
        if (isNested && nested.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        var members = isNested
            ? nested.EnumerateObject()
            : row.EnumerateObject().Where(member => member.Name is not (DatasetColumns.Expected or DatasetColumns.Note));
        return members.Where(member => member.Value.ValueKind != JsonValueKind.Null)
            .GroupBy(member => isNested ? member.Name : DatasetColumns.Variable(member.Name)!, StringComparer.Ordinal).ToDictionary(same => same.Key, same => same.Last().Value, StringComparer.Ordinal);
    }

    private static bool IsValue(JsonElement value) => value.ValueKind is JsonValueKind.String or JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False;

    private static string Text(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();

    /// <summary>Numbers and truth values are texts, as an output is one.</summary>
    private static JsonElement? Expected(JsonElement row) => row.TryGetProperty(DatasetColumns.Expected, out var expected) ? ExpectedValue.Of(expected) : null;

    private static string Note(JsonElement row) => row.TryGetProperty(DatasetColumns.Note, out var note) && note.ValueKind == JsonValueKind.String ? note.GetString()! : "";
}
