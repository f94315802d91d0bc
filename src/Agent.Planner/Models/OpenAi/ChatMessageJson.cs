using System.Text.Json;
using Microsoft.Extensions.AI;

namespace PromptLab.Planner.Models.OpenAi;

/// <summary>The <c>messages</c> of a request: text, tool calls and their results.</summary>
internal static class ChatMessageJson
{
    // The library's own options indent.
    private static readonly JsonSerializerOptions Terse = new(AIJsonUtilities.DefaultOptions)
    {
        WriteIndented = false,
        Encoder = ChatRequestWriter.Terse.Encoder,
    };

    public static void Write(Utf8JsonWriter writer, IEnumerable<ChatMessage> messages, string? instructions)
    {
        if (!string.IsNullOrEmpty(instructions))
        {
            WriteText(writer, ChatRole.System, instructions);
        }

        foreach (var message in messages)
        {
            Write(writer, message);
        }
    }

    private static void Write(Utf8JsonWriter writer, ChatMessage message)
    {
        var (calls, results) = Count(message.Contents);
        if (calls > 0)
        {
            WriteCalls(writer, message);
        }
        else if (results < message.Contents.Count)
        {
            WriteText(writer, message.Role, message.Text);
        }

        if (results > 0)
        {
            WriteResults(writer, message.Contents);
        }
    }

    private static (int Calls, int Results) Count(IList<AIContent> contents)
    {
        var (calls, results) = (0, 0);
        foreach (var content in contents)
        {
            switch (content)
            {
                case FunctionCallContent:
                    calls++;
                    break;
                case FunctionResultContent:
                    results++;
                    break;
                case TextContent or UsageContent or TextReasoningContent:
                    break;
                default:
                    throw new NotSupportedException($"Content of the kind {content.GetType().Name} cannot be sent to this provider.");
            }
        }

        return (calls, results);
    }

    private static void WriteText(Utf8JsonWriter writer, ChatRole role, string text)
    {
        writer.WriteStartObject();
        writer.WriteString("role"u8, role.Value);
        writer.WriteString("content"u8, text);
        writer.WriteEndObject();
    }

    private static void WriteCalls(Utf8JsonWriter writer, ChatMessage message)
    {
        writer.WriteStartObject();
        writer.WriteString("role"u8, "assistant"u8);
        writer.WriteString("content"u8, message.Text is { Length: > 0 } text ? text : null);
        writer.WriteStartArray("tool_calls"u8);
        foreach (var content in message.Contents)
        {
            if (content is FunctionCallContent call)
            {
                WriteCall(writer, call);
            }
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteCall(Utf8JsonWriter writer, FunctionCallContent call)
    {
        writer.WriteStartObject();
        writer.WriteString("id"u8, call.CallId);
        writer.WriteString("type"u8, "function"u8);
        writer.WriteStartObject("function"u8);
        writer.WriteString("name"u8, call.Name);
        writer.WriteString("arguments"u8, Arguments(call));
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteResults(Utf8JsonWriter writer, IList<AIContent> contents)
    {
        foreach (var content in contents)
        {
            if (content is FunctionResultContent result)
            {
                writer.WriteStartObject();
                writer.WriteString("role"u8, "tool"u8);
                writer.WriteString("tool_call_id"u8, result.CallId);
                writer.WriteString("content"u8, Text(result.Result));
                writer.WriteEndObject();
            }
        }
    }

    private static string Arguments(FunctionCallContent call) => call switch
    {
        { RawRepresentation: JsonElement { ValueKind: JsonValueKind.Object } raw } => raw.GetRawText(),
        { Arguments: { } arguments } => JsonSerializer.Serialize(arguments, Terse.GetTypeInfo(typeof(IDictionary<string, object?>))),
        _ => "{}",
    };

    private static string Text(object? result) => result switch
    {
        null => "",
        string text => text,
        JsonElement { ValueKind: JsonValueKind.String } text => text.GetString()!,
        JsonElement element => element.GetRawText(),
        _ => JsonSerializer.Serialize(result, Terse.GetTypeInfo(result.GetType())),
    };
}
