using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;
using PromptLab.Planner.Models;

namespace PromptLab.Planner.Planning;

/// <summary>One reply of a model while it streams: its text goes to the person, its calls are gathered.</summary>
internal sealed class PlannerReply(PlannerTurn turn, IReadOnlyList<string> digests, IPlannerOutput output, TokenCount usage)
{
    private readonly OutcomeMark _mark = new();
    private readonly List<AIContent> _contents = [];
    private FigureCheck? _figures;
    private bool _isOfCode = turn.Model.Provider == ModelsOptions.Offline;

    public List<ToolCall> Calls { get; } = [];

    public string? Outcome => _mark.Outcome;

    public void Take(ChatResponseUpdate update)
    {
        NoticeFallback(update);
        foreach (var content in update.Contents)
        {
            Take(content);
        }
    }

    /// <summary>Shows what was held back until nothing more can follow.</summary>
    public void End()
    {
        Show(_mark.Flush());
        ShowChecked(_figures?.Flush() ?? "");
        output.EndText();
    }

    public ChatMessage ToMessage() => new(ChatRole.Assistant, _contents);

    private void Take(AIContent content)
    {
        switch (content)
        {
            case TextContent text:
                _contents.Add(text);
                Show(_mark.Push(text.Text));
                break;
            case FunctionCallContent call:
                _contents.Add(call);
                Calls.Add(new ToolCall(call.CallId, call.Name, Arguments(call)));
                break;
            case UsageContent { Details: var details }:
                usage.Add(details.InputTokenCount, details.OutputTokenCount);
                break;
        }
    }

    /// <summary>A model may only repeat figures that it was given; the offline planner's own sentences are code.</summary>
    private void Show(string text)
    {
        if (text.Length > 0)
        {
            ShowChecked(_isOfCode ? text : (_figures ??= new FigureCheck(Sources())).Push(text));
        }
    }

    private void ShowChecked(string text)
    {
        if (text.Length > 0)
        {
            output.Text(text);
        }
    }

    private IEnumerable<string> Sources() =>
        [turn.Message, turn.Prompt.Text, turn.State.ToJson(), .. turn.History.Select(message => message.Text), .. digests];

    private void NoticeFallback(ChatResponseUpdate update)
    {
        if (!_isOfCode && update.AdditionalProperties?.ContainsKey(FallbackChatClient.FallbackReason) == true)
        {
            _isOfCode = true;
            output.Notice("model_fallback", "The language model is not available right now, so the built-in planner answers.");
        }
    }

    private static JsonObject? Arguments(FunctionCallContent call)
    {
        if (call.Exception is not null)
        {
            return null;
        }

        try
        {
            return JsonSerializer.SerializeToNode(call.Arguments ?? new Dictionary<string, object?>(), AIJsonUtilities.DefaultOptions) as JsonObject;
        }
        catch (NotSupportedException)
        {
            return null;
        }
    }
}
