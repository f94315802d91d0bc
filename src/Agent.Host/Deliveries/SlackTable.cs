using System.Text;
using System.Text.Json.Nodes;

namespace PromptLab.Host.Deliveries;

/// <summary>A table as text of equal widths, which is how Slack shows columns. Rows that do not fit are counted.</summary>
internal static class SlackTable
{
    private const string Fence = "```";
    private const int WidestCell = 40;
    private const int RoomForRest = 40;

    /// <returns>Null when there is no row.</returns>
    public static string? Write(JsonObject? table, int longest) => Write(table, longest, out _);

    /// <param name="left">Rows that did not fit.</param>
    public static string? Write(JsonObject? table, int longest, out int left)
    {
        left = 0;
        if (table?["columns"] is not JsonArray { Count: > 0 } columns || table["rows"] is not JsonArray { Count: > 0 } rows)
        {
            return null;
        }

        string[][] lines = [[.. columns.Select(Label)], .. rows.OfType<JsonArray>().Select(row => row.Select(Cell).ToArray())];
        var widths = Enumerable.Range(0, columns.Count).Select(column => lines.Max(line => column < line.Length ? line[column].Length : 0)).ToArray();
        var text = new StringBuilder(Fence).Append('\n');
        for (var index = 0; index < lines.Length; index++)
        {
            var line = SlackText.Escape(string.Join("  ", lines[index].Select((cell, column) => cell.PadRight(column < widths.Length ? widths[column] : 0))).TrimEnd(), longest);
            if (text.Length + line.Length + RoomForRest > longest)
            {
                left = lines.Length - index;
                return text.Append("… and ").Append(left).Append(" more\n").Append(Fence).ToString();
            }

            text.Append(line).Append('\n');
        }

        return text.Append(Fence).ToString();
    }

    private static string Label(JsonNode? column) => Clean(SlackMessage.Text(column is JsonObject described ? described["label"] ?? described["key"] : column));

    private static string Cell(JsonNode? cell) => Clean(SlackMessage.Text(cell));

    /// <summary>A cell stays in its line and cannot end the block.</summary>
    private static string Clean(string text) => SlackText.Plain(text.ReplaceLineEndings(" ").Replace('`', '\''), WidestCell);
}
