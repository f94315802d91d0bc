using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace PromptLab.Planner.Models.OpenAi;

/// <summary>Writes the body of a chat completions request, as short as JSON allows.</summary>
internal sealed class ChatRequestWriter(ProviderOptions provider)
{
    /// <summary>Bytes on the wire are prompt bytes: quotes, accents and signs are not spelled out as \u escapes.</summary>
    public static readonly JsonWriterOptions Terse = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private readonly ToolListJson toolLists = new();

    private readonly string maxTokens = OpenAiServer.MaxTokensName(provider);

    public void Write(IBufferWriter<byte> body, IEnumerable<ChatMessage> messages, ChatOptions? options)
    {
        using var writer = new Utf8JsonWriter(body, Terse);
        writer.WriteStartObject();
        writer.WriteString("model"u8, options?.ModelId ?? provider.Model);
        writer.WriteBoolean("stream"u8, true);
        writer.WriteStartObject("stream_options"u8);
        writer.WriteBoolean("include_usage"u8, true);
        writer.WriteEndObject();
        WriteSettings(writer, options);
        WriteTools(writer, options);
        writer.WriteStartArray("messages"u8);
        ChatMessageJson.Write(writer, messages, options?.Instructions);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private void WriteSettings(Utf8JsonWriter writer, ChatOptions? options)
    {
        WriteNumber(writer, maxTokens, options?.MaxOutputTokens ?? provider.MaxOutputTokens);
        WriteNumber(writer, "temperature", options?.Temperature ?? provider.Temperature);
        if (options is null)
        {
            return;
        }

        WriteNumber(writer, "top_p", options.TopP);
        WriteNumber(writer, "frequency_penalty", options.FrequencyPenalty);
        WriteNumber(writer, "presence_penalty", options.PresencePenalty);
        if (options.Seed is { } seed)
        {
            writer.WriteNumber("seed"u8, seed);
        }

        if (options.StopSequences is { Count: > 0 } stop)
        {
            writer.WriteStartArray("stop"u8);
            foreach (var sequence in stop)
            {
                writer.WriteStringValue(sequence);
            }

            writer.WriteEndArray();
        }

        WriteResponseFormat(writer, options.ResponseFormat);
    }

    private void WriteTools(Utf8JsonWriter writer, ChatOptions? options)
    {
        if (options?.Tools is not { Count: > 0 } tools)
        {
            return;
        }

        writer.WritePropertyName("tools"u8);
        writer.WriteRawValue(toolLists.Get(tools), skipInputValidation: true);
        WriteToolMode(writer, options.ToolMode);
        if (options.AllowMultipleToolCalls is { } several)
        {
            writer.WriteBoolean("parallel_tool_calls"u8, several);
        }
    }

    private static void WriteToolMode(Utf8JsonWriter writer, ChatToolMode? mode)
    {
        switch (mode)
        {
            case NoneChatToolMode:
                writer.WriteString("tool_choice"u8, "none"u8);
                break;
            case RequiredChatToolMode { RequiredFunctionName: { } name }:
                writer.WriteStartObject("tool_choice"u8);
                writer.WriteString("type"u8, "function"u8);
                writer.WriteStartObject("function"u8);
                writer.WriteString("name"u8, name);
                writer.WriteEndObject();
                writer.WriteEndObject();
                break;
            case RequiredChatToolMode:
                writer.WriteString("tool_choice"u8, "required"u8);
                break;
        }
    }

    private static void WriteResponseFormat(Utf8JsonWriter writer, ChatResponseFormat? format)
    {
        if (format is not ChatResponseFormatJson json)
        {
            return;
        }

        writer.WriteStartObject("response_format"u8);
        writer.WriteString("type"u8, json.Schema is null ? "json_object"u8 : "json_schema"u8);
        if (json.Schema is { } schema)
        {
            writer.WriteStartObject("json_schema"u8);
            writer.WriteString("name"u8, json.SchemaName ?? "reply");
            writer.WritePropertyName("schema"u8);
            schema.WriteTo(writer);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    private static void WriteNumber(Utf8JsonWriter writer, string name, int? value)
    {
        if (value is { } number)
        {
            writer.WriteNumber(name, number);
        }
    }

    private static void WriteNumber(Utf8JsonWriter writer, string name, float? value)
    {
        if (value is { } number)
        {
            writer.WriteNumber(name, number);
        }
    }
}
