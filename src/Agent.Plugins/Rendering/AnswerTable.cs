using System.Text;
using System.Text.Json.Nodes;
using PromptLab.Plugins.Tools;

namespace PromptLab.Plugins.Rendering;

/// <summary>Rows that are rendered as Markdown and handed over as a card.</summary>
internal sealed class AnswerTable(params IReadOnlyList<TableColumn> columns)
{
    private readonly List<TableCell[]> _rows = [];

    public void Add(params TableCell[] cells) => _rows.Add(cells);

    public void AppendMarkdown(StringBuilder markdown)
    {
        foreach (var column in columns)
        {
            markdown.Append("| ").Append(column.Label).Append(' ');
        }

        markdown.Append("|\n");
        foreach (var column in columns)
        {
            markdown.Append(column.IsText ? "| --- " : "| ---: ");
        }

        markdown.Append("|\n");
        foreach (var row in _rows)
        {
            AppendRow(markdown, row);
        }
    }

    /// <summary>One line per row, for a model.</summary>
    public void AppendPlain(StringBuilder digest)
    {
        foreach (var row in _rows)
        {
            for (var column = 0; column < row.Length; column++)
            {
                digest.Append(columns[column].Key).Append('=');
                _ = columns[column].IsText ? digest.Append('"').Append(DigestText.Clean(row[column].Text)).Append('"') : digest.Append(row[column].Text);
                digest.Append(column + 1 < row.Length ? ", " : "\n");
            }
        }
    }

    /// <summary>A <c>table</c> card: title, columns (key, label, type), rows of raw values in that order, and the resolved request.</summary>
    public Card ToCard(string title, ResolvedRequest request) => new("table", new JsonObject
    {
        ["title"] = title,
        ["columns"] = Columns(),
        ["rows"] = Rows(),
        ["request"] = RequestHeader.ToJson(request),
    });

    /// <summary>Columns and rows alone.</summary>
    public JsonObject ToJson() => new() { ["columns"] = Columns(), ["rows"] = Rows() };

    private JsonArray Columns() => new([.. columns.Select(Describe)]);

    // A node has one parent, and the table may be asked for more than once.
    private JsonArray Rows() => new([.. _rows.Select(row => new JsonArray([.. row.Select(cell => cell.Raw?.DeepClone())]))]);

    private void AppendRow(StringBuilder markdown, TableCell[] row)
    {
        for (var column = 0; column < row.Length; column++)
        {
            markdown.Append("| ");
            if (columns[column].IsText)
            {
                MarkdownText.Append(markdown, row[column].Text);
            }
            else
            {
                markdown.Append(row[column].Text);
            }

            markdown.Append(' ');
        }

        markdown.Append("|\n");
    }

    private static JsonObject Describe(TableColumn column) => new()
    {
        ["key"] = column.Key,
        ["label"] = column.Label,
        ["type"] = column.Type,
    };
}
