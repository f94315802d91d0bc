using System.Text.Json;
using Microsoft.Extensions.AI;

namespace PromptLab.Planner.Models.OpenAi;

/// <summary>
/// A chat completion while it arrives, chunk by chunk. Reads what the planner needs and skips the rest; a whole completion
/// (<c>message</c> instead of <c>delta</c>) is read the same way.
/// </summary>
internal sealed class StreamedReply
{
    private readonly List<StreamedToolCall> calls = new(1);
    private string? id;
    private string? model;
    private string? finishReason;
    private UsageDetails? usage;
    private bool hasText;

    /// <summary>Whether the provider said that nothing follows.</summary>
    public bool IsDone { get; private set; }

    /// <summary>Takes one chunk in and returns its text, if it has any.</summary>
    /// <exception cref="JsonException">The chunk is no JSON.</exception>
    /// <exception cref="ModelException">The chunk reports an error.</exception>
    public string? Read(string eventType, ReadOnlySpan<byte> data)
    {
        if (data.SequenceEqual("[DONE]"u8))
        {
            IsDone = true;
            return null;
        }

        if (data.IsEmpty)
        {
            return null;
        }

        string? text = null;
        var reader = new Utf8JsonReader(data);
        if (!reader.Enter(JsonTokenType.StartObject))
        {
            throw new JsonException("A chunk is no object.");
        }

        while (reader.NextProperty())
        {
            ReadProperty(ref reader, ref text);
        }

        hasText |= text is { Length: > 0 };
        return text;
    }

    public ChatResponseUpdate Update(string text) => new(ChatRole.Assistant, text) { ResponseId = id, MessageId = id, ModelId = model };

    /// <summary>Tool calls, usage and the finish reason.</summary>
    /// <exception cref="ModelException">The reply broke off, or was none.</exception>
    public ChatResponseUpdate LastUpdate()
    {
        if (finishReason is null && !(IsDone && (hasText || calls.Count > 0)))
        {
            throw new ModelException(id is null ? ModelFailure.MalformedReply : ModelFailure.Unavailable);
        }

        var contents = new List<AIContent>(calls.Count + 1);
        foreach (var call in calls)
        {
            contents.Add(call.ToContent());
        }

        if (usage is not null)
        {
            contents.Add(new UsageContent(usage));
        }

        return new(ChatRole.Assistant, contents) { ResponseId = id, MessageId = id, ModelId = model, FinishReason = Reason() };
    }

    private ChatFinishReason Reason() => finishReason switch
    {
        _ when calls.Count > 0 => ChatFinishReason.ToolCalls,
        null or "stop" => ChatFinishReason.Stop,
        "length" => ChatFinishReason.Length,
        "content_filter" => ChatFinishReason.ContentFilter,
        var other => new(other),
    };

    private void ReadProperty(ref Utf8JsonReader reader, ref string? text)
    {
        if (reader.ValueTextEquals("choices"u8))
        {
            ReadChoices(ref reader, ref text);
        }
        else if (id is null && reader.ValueTextEquals("id"u8))
        {
            id = reader.ReadText();
        }
        else if (model is null && reader.ValueTextEquals("model"u8))
        {
            model = reader.ReadText();
        }
        else if (reader.ValueTextEquals("usage"u8))
        {
            usage = TokenUsage.Read(ref reader) ?? usage;
        }
        else if (reader.ValueTextEquals("error"u8))
        {
            ThrowIfError(ref reader);
        }
        else
        {
            reader.SkipValue();
        }
    }

    private void ReadChoices(ref Utf8JsonReader reader, ref string? text)
    {
        if (!reader.Enter(JsonTokenType.StartArray))
        {
            return;
        }

        while (reader.NextObject())
        {
            while (reader.NextProperty())
            {
                if (reader.ValueTextEquals("delta"u8) || reader.ValueTextEquals("message"u8))
                {
                    ReadDelta(ref reader, ref text);
                }
                else if (reader.ValueTextEquals("finish_reason"u8))
                {
                    finishReason = reader.ReadText() ?? finishReason;
                }
                else
                {
                    reader.SkipValue();
                }
            }
        }
    }

    private void ReadDelta(ref Utf8JsonReader reader, ref string? text)
    {
        if (!reader.Enter(JsonTokenType.StartObject))
        {
            return;
        }

        while (reader.NextProperty())
        {
            if (reader.ValueTextEquals("content"u8) || reader.ValueTextEquals("refusal"u8))
            {
                text = reader.ReadText() ?? text;
            }
            else if (reader.ValueTextEquals("tool_calls"u8) && reader.Enter(JsonTokenType.StartArray))
            {
                while (reader.NextObject())
                {
                    StreamedToolCall.Read(ref reader, calls);
                }
            }
            else if (reader.TokenType == JsonTokenType.PropertyName)
            {
                reader.SkipValue();
            }
        }
    }

    private static void ThrowIfError(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.Null)
        {
            return;
        }

        throw ModelErrorReply.Read(JsonElement.ParseValue(ref reader)).ToException(null);
    }
}
