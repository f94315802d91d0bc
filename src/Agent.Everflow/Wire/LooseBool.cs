using System.Text.Json;
using System.Text.Json.Serialization;

namespace PromptLab.Everflow.Wire;

/// <summary>Flags come as booleans, as 0 and 1, as text or as null.</summary>
internal sealed class LooseBool : JsonConverter<bool>
{
    public override bool HandleNull => true;

    public override bool Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.True => true,
        JsonTokenType.False or JsonTokenType.Null => false,
        JsonTokenType.Number => LooseLong.Read(ref reader) != 0,
        JsonTokenType.String => reader.ValueTextEquals("true"u8) || reader.ValueTextEquals("1"u8),
        _ => throw new JsonException("A flag was expected."),
    };

    public override void Write(Utf8JsonWriter writer, bool value, JsonSerializerOptions options) => writer.WriteBooleanValue(value);
}
