using System.Buffers;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace PromptLab.Planner.Models.OpenAi;

/// <summary>A tool call while its arguments arrive in pieces.</summary>
internal sealed class StreamedToolCall(long index, string? id)
{
    private readonly ArrayBufferWriter<byte> arguments = new(128);
    private readonly long index = index;
    private readonly string? id = id;
    private string name = "";

    /// <summary>Takes one element of <c>tool_calls</c> in: a new call, or a further piece of one.</summary>
    public static void Read(ref Utf8JsonReader reader, List<StreamedToolCall> calls)
    {
        long? index = null;
        string? id = null;
        StreamedToolCall? call = null;
        while (reader.NextProperty())
        {
            if (reader.ValueTextEquals("index"u8))
            {
                index = reader.ReadNumber();
            }
            else if (reader.ValueTextEquals("id"u8))
            {
                id = reader.ReadText();
            }
            else if (reader.ValueTextEquals("function"u8) && reader.Enter(JsonTokenType.StartObject))
            {
                call = Find(calls, index, id);
                call.ReadFunction(ref reader);
            }
            else if (reader.TokenType == JsonTokenType.PropertyName)
            {
                reader.SkipValue();
            }
        }
    }

    /// <summary>
    /// The call with its arguments by name, each a <see cref="JsonElement"/>; <see cref="AIContent.RawRepresentation"/> is the whole
    /// object. Arguments that are no JSON object are reported in <see cref="FunctionCallContent.Exception"/>.
    /// </summary>
    public FunctionCallContent ToContent()
    {
        // Servers that leave the id out still need one to tell results apart.
        var callId = id is { Length: > 0 } ? id : $"call_{index}";
        try
        {
            var values = arguments.WrittenCount == 0 ? JsonElement.Parse("{}"u8) : JsonElement.Parse(arguments.WrittenSpan);
            return new(callId, name, ByName(values)) { RawRepresentation = values };
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return new(callId, name) { Exception = exception };
        }
    }

    private static Dictionary<string, object?> ByName(JsonElement values)
    {
        var arguments = new Dictionary<string, object?>(values.GetPropertyCount());
        foreach (var property in values.EnumerateObject())
        {
            arguments[property.Name] = property.Value.ValueKind == JsonValueKind.Null ? null : property.Value;
        }

        return arguments;
    }

    // Some servers number every call 0 and tell them apart by id only; others send neither again after the first piece.
    private static StreamedToolCall Find(List<StreamedToolCall> calls, long? index, string? id)
    {
        for (var i = calls.Count - 1; i >= 0; i--)
        {
            var call = calls[i];
            if (string.IsNullOrEmpty(id) ? index is null || call.index == index : call.id == id)
            {
                return call;
            }
        }

        var added = new StreamedToolCall(index ?? calls.Count, id);
        calls.Add(added);
        return added;
    }

    private void ReadFunction(ref Utf8JsonReader reader)
    {
        while (reader.NextProperty())
        {
            if (reader.ValueTextEquals("name"u8))
            {
                name = reader.ReadText() is { Length: > 0 } given ? given : name;
            }
            else if (reader.ValueTextEquals("arguments"u8))
            {
                ReadArguments(ref reader);
            }
            else
            {
                reader.SkipValue();
            }
        }
    }

    private void ReadArguments(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.String)
        {
            var span = arguments.GetSpan(reader.ValueSpan.Length);
            arguments.Advance(reader.CopyString(span));
        }
        else if (reader.TokenType == JsonTokenType.StartObject)
        {
            // Against the protocol, but seen: the object itself instead of its text.
            using var writer = new Utf8JsonWriter(arguments);
            JsonElement.ParseValue(ref reader).WriteTo(writer);
        }
        else
        {
            reader.Skip();
        }
    }
}
