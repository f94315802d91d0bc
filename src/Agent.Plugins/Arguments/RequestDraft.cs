using System.Text.Json.Nodes;
using PromptLab.Plugins.Tools;

namespace PromptLab.Plugins.Arguments;

/// <summary>A request on its way from what was said to what is settled. Every argument adds to it or asks.</summary>
internal sealed class RequestDraft(string tool, ToolArguments given, ToolContext context)
{
    private readonly JsonObject _arguments = [];
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly List<RequestChip> _chips = [];
    private readonly List<string> _notes = [];
    private readonly List<ToolQuestion> _questions = [];
    private readonly List<ToolChoice> _guesses = [];

    public ToolArguments Given => given;

    public ToolContext Context => context;

    /// <summary>Entities that were not named by id or whole name; a write asks before it relies on them.</summary>
    public IReadOnlyList<ToolChoice> Guesses => _guesses;

    public void Settle(string argument, JsonNode value) => _arguments[argument] = value;

    public void Name(string argument, string name) => _names[argument] = name;

    public void Show(string argument, string label, string value, bool isDefault = false) =>
        _chips.Add(new RequestChip(argument, label, value, isDefault));

    public void Note(string note) => _notes.Add(note);

    public void Guess(string argument, string said, string meant) => _guesses.Add(new ToolChoice(meant, said));

    public void Ask(string argument, string question, params IEnumerable<ToolChoice> choices) =>
        _questions.Add(new ToolQuestion(question, [argument], [.. choices]));

    /// <summary>The request when every argument is settled, otherwise one question over what is not.</summary>
    /// <param name="request">The workflow's request; called only when nothing is open.</param>
    public ToolResolution Complete(Func<object> request)
    {
        if (_questions.Count == 0)
        {
            return new ToolResolution.Resolved(new ResolvedRequest(tool, _arguments, _names, _chips, _notes, request()));
        }

        var question = _questions.Count == 1
            ? _questions[0]
            : new ToolQuestion(
                string.Join(' ', _questions.Select(question => question.Text)),
                [.. _questions.SelectMany(question => question.Arguments)],
                _questions.Select(question => question.Choices).FirstOrDefault(choices => choices.Count > 0) ?? []);
        return new ToolResolution.Asked(question, _arguments);
    }
}
