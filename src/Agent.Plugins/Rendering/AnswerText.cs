using System.Text;
using PromptLab.Plugins.Alerts;
using PromptLab.Plugins.Tools;

namespace PromptLab.Plugins.Rendering;

/// <summary>An answer being written: the resolved request, then sentences and tables, with the digest beside it.</summary>
internal sealed class AnswerText
{
    private readonly ResolvedRequest _request;
    private readonly StringBuilder _markdown = new(1024);
    private readonly StringBuilder _digest = new(512);
    private readonly List<Card> _cards = [];
    private readonly Dictionary<string, ShownEntity> _shown = new(StringComparer.Ordinal);

    public AnswerText(ResolvedRequest request)
    {
        _request = request;
        RequestHeader.Append(_markdown, request);
        RequestHeader.AppendPlain(_digest, request);
    }

    /// <summary>A paragraph for the person and the model. Names in it are escaped by the caller.</summary>
    public void Say(string sentence)
    {
        _markdown.Append(sentence).Append("\n\n");
        _digest.Append(sentence).Append('\n');
    }

    public void Add(Card card) => _cards.Add(card);

    /// <summary>Something about the figures that must not be overlooked.</summary>
    public void Warn(string sentence)
    {
        _markdown.Append("> ⚠ ").Append(sentence).Append("\n\n");
        _digest.Append("Note: ").Append(sentence).Append('\n');
    }

    public void Table(string title, AnswerTable table)
    {
        table.AppendMarkdown(_markdown);
        _markdown.Append('\n');
        table.AppendPlain(_digest);
        _cards.Add(table.ToCard(title, _request));
    }

    /// <summary>Buttons under the answer; the person may also just go on talking.</summary>
    public void Offer(string question, IReadOnlyList<ToolChoice> choices)
    {
        Say(question);
        _cards.Add(QuestionCard.Of(question, choices));
    }

    public void Show(string argument, int id, string name) => _shown[argument] = new ShownEntity(id, name);

    /// <summary>What a check found: its first sentence, the table, then the other sentences.</summary>
    public void Show(CheckReport report)
    {
        Say(report.Remarks[0]);
        Table(report.Title, report.Table);
        foreach (var remark in report.Remarks.Skip(1))
        {
            Say(remark);
        }
    }

    /// <param name="result">The workflow's own typed result.</param>
    public ToolOutcome Finish(object? result = null) => new ToolOutcome.Answered(ToAnswer() with { Result = result });

    public ToolAnswer ToAnswer() => new(_markdown.ToString().TrimEnd(), _cards, _digest.ToString().TrimEnd(), _shown);
}
