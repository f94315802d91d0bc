using System.Text;
using System.Text.Json;
using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;
using OpenAI.Chat;
using PromptLab.Planner.Models;
using FunctionCall = Microsoft.Extensions.AI.FunctionCallContent;

namespace PromptLab.SemanticKernel.Models;

/// <summary>A reply of the connector while it streams: its text is passed on, its calls are put together.</summary>
internal sealed class ConnectorReply
{
    private readonly List<Call> _calls = [];
    private string? _model;
    private string? _finish;
    private ChatTokenUsage? _usage;
    private bool _hasText;

    /// <summary>Takes a piece in and returns its text, if it has any.</summary>
    public string? Read(StreamingChatMessageContent piece)
    {
        _model ??= piece.ModelId;
        _finish = piece.Metadata?.GetValueOrDefault("FinishReason") as string ?? _finish;
        _usage = piece.Metadata?.GetValueOrDefault("Usage") as ChatTokenUsage ?? _usage;
        foreach (var update in piece.Items.OfType<StreamingFunctionCallUpdateContent>())
        {
            Find(update).Take(update);
        }

        _hasText |= piece.Content is { Length: > 0 };
        return piece.Content;
    }

    public ChatResponseUpdate Update(string text) => new(ChatRole.Assistant, text) { ModelId = _model };

    /// <summary>Tool calls, usage and the finish reason.</summary>
    /// <exception cref="ModelException">The reply broke off, or was none.</exception>
    public ChatResponseUpdate LastUpdate()
    {
        if (_finish is null)
        {
            throw new ModelException(_hasText || _calls.Count > 0 ? ModelFailure.Unavailable : ModelFailure.MalformedReply);
        }

        List<AIContent> contents = [.. _calls.Select(call => call.ToContent())];
        if (_usage is not null)
        {
            contents.Add(new UsageContent(new UsageDetails { InputTokenCount = _usage.InputTokenCount, OutputTokenCount = _usage.OutputTokenCount }));
        }

        return new ChatResponseUpdate(ChatRole.Assistant, contents)
        {
            ModelId = _model,
            FinishReason = _calls.Count > 0 ? Microsoft.Extensions.AI.ChatFinishReason.ToolCalls : new(_finish.ToLowerInvariant()),
        };
    }

    private Call Find(StreamingFunctionCallUpdateContent update)
    {
        var known = _calls.FindLast(call => string.IsNullOrEmpty(update.CallId) ? call.Index == update.FunctionCallIndex : call.Id == update.CallId);
        if (known is null)
        {
            known = new Call(update.FunctionCallIndex, string.IsNullOrEmpty(update.CallId) ? $"call_{update.FunctionCallIndex}" : update.CallId);
            _calls.Add(known);
        }

        return known;
    }

    private sealed class Call(int index, string id)
    {
        private readonly StringBuilder _arguments = new();
        private string _name = "";

        public int Index => index;

        public string Id => id;

        public void Take(StreamingFunctionCallUpdateContent update)
        {
            _name = update.Name is { Length: > 0 } given ? given : _name;
            _arguments.Append(update.Arguments);
        }

        public FunctionCall ToContent() =>
            FunctionCall.CreateFromParsedArguments(_arguments.Length == 0 ? "{}" : _arguments.ToString(), id, _name, Parse);

        private static IDictionary<string, object?>? Parse(string arguments) =>
            JsonSerializer.Deserialize<Dictionary<string, object?>>(arguments, AIJsonUtilities.DefaultOptions);
    }
}
