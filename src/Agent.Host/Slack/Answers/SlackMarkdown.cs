using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using PromptLab.Host.Deliveries;

namespace PromptLab.Host.Slack.Answers;

/// <summary>Markdown as blocks: text as mrkdwn, tables as text of equal widths.</summary>
internal static partial class SlackMarkdown
{
    private const string Fence = "```";

    public static void Write(string markdown, SlackBlocks blocks)
    {
        var lines = markdown.ReplaceLineEndings("\n").Split('\n');
        var text = new StringBuilder();
        for (var at = 0; at < lines.Length; at++)
        {
            var line = lines[at];
            if (line.StartsWith(Fence, StringComparison.Ordinal))
            {
                at = Code(lines, at, text);
            }
            else if (IsTable(lines, at))
            {
                Flush(text, blocks);
                at = Table(lines, at, blocks);
            }
            else if (Rule().IsMatch(line))
            {
                Flush(text, blocks);
                blocks.Divider();
            }
            else
            {
                text.Append(Line(line)).Append('\n');
            }
        }

        Flush(text, blocks);
    }

    private static string Line(string line)
    {
        var trimmed = line.TrimStart();
        var indent = line[..^trimmed.Length];
        if (Heading().Match(trimmed) is { Success: true } heading)
        {
            return $"*{SlackInline.Write(heading.Groups[1].Value.Replace("**", "", StringComparison.Ordinal))}*";
        }

        return trimmed.StartsWith("> ", StringComparison.Ordinal) ? $"> {SlackInline.Write(trimmed[2..])}"
            : Bullet().Match(trimmed) is { Success: true } bullet ? $"{indent}• {SlackInline.Write(bullet.Groups[1].Value)}"
            : indent + SlackInline.Write(trimmed);
    }

    private static int Code(string[] lines, int at, StringBuilder text)
    {
        text.Append(Fence).Append('\n');
        for (at++; at < lines.Length && !lines[at].StartsWith(Fence, StringComparison.Ordinal); at++)
        {
            text.Append(SlackText.Escape(lines[at], int.MaxValue)).Append('\n');
        }

        text.Append(Fence).Append('\n');
        return at;
    }

    private static bool IsTable(string[] lines, int at) =>
        lines[at].StartsWith('|') && at + 1 < lines.Length && TableRule().IsMatch(lines[at + 1]);

    private static int Table(string[] lines, int at, SlackBlocks blocks)
    {
        var table = new JsonObject { ["columns"] = Cells(lines[at]) };
        var rows = new JsonArray();
        for (at += 2; at < lines.Length && lines[at].StartsWith('|'); at++)
        {
            rows.Add(Cells(lines[at]));
        }

        table["rows"] = rows;
        if (SlackTable.Write(table, SlackBlocks.LongestText, out var left) is { } text)
        {
            blocks.Section(text);
            if (left > 0)
            {
                blocks.Context("All rows stand in the chat page; ask for an export to have them as a file.");
            }
        }

        return at - 1;
    }

    private static JsonArray Cells(string line) =>
        new([.. Separator().Split(line.Trim().Trim('|')).Select(cell => JsonValue.Create(SlackInline.Plain(cell.Trim())))]);

    private static void Flush(StringBuilder text, SlackBlocks blocks)
    {
        blocks.Section(Gaps().Replace(text.ToString(), "\n\n"));
        text.Clear();
    }

    [GeneratedRegex(@"^#{1,6}\s+(.*)$")]
    private static partial Regex Heading();

    [GeneratedRegex(@"^[-*+]\s+(.*)$")]
    private static partial Regex Bullet();

    [GeneratedRegex(@"^\s*(-{3,}|\*{3,}|_{3,})\s*$")]
    private static partial Regex Rule();

    [GeneratedRegex(@"^\|(\s*:?-+:?\s*\|)+\s*$")]
    private static partial Regex TableRule();

    [GeneratedRegex(@"(?<!\\)\|")]
    private static partial Regex Separator();

    [GeneratedRegex(@"\n{3,}")]
    private static partial Regex Gaps();
}
