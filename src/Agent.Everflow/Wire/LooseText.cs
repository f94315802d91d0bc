using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PromptLab.Everflow.Wire;

/// <summary>Text comes as text, as a number, as null, and in fields of a changing type as anything else, which is left out.</summary>
internal sealed class LooseText : JsonConverter<string?>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                return reader.GetString();
            case JsonTokenType.Number:
                return Encoding.ASCII.GetString(reader.ValueSpan);
            case JsonTokenType.True:
                return "true";
            case JsonTokenType.False:
                return "false";
            default:
                reader.Skip();
                return null;
        }
    }

    public override void Write(Utf8JsonWriter writer, string? value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
