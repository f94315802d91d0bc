using System.Buffers;

namespace PromptLab.Simulator.Wire;

/// <summary>One line of a CSV file as the API writes it: quoted where needed and not defused against formulas.</summary>
internal static class CsvLine
{
    private static readonly SearchValues<char> NeedQuotes = SearchValues.Create(",\"\r\n");

    public static string Of(IEnumerable<string> cells) => string.Join(',', cells.Select(Cell)) + "\n";

    private static string Cell(string text) =>
        text.AsSpan().ContainsAny(NeedQuotes) ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
