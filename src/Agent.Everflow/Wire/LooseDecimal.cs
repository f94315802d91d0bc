using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PromptLab.Everflow.Wire;

/// <summary>Amounts come as numbers, as text or as null; null and empty mean zero.</summary>
internal sealed class LooseDecimal : JsonConverter<decimal>
{
    public override bool HandleNull => true;

    public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.Number => reader.TryGetDecimal(out var number) ? number : throw new JsonException("A number is out of range."),
        JsonTokenType.Null or JsonTokenType.False => 0,
        JsonTokenType.True => 1,
        JsonTokenType.String => Parse(reader.GetString()),
        _ => throw new JsonException("A number was expected."),
    };

    public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) => writer.WriteNumberValue(value);

    private static decimal Parse(string? text) =>
        string.IsNullOrWhiteSpace(text) ? 0
        : decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number
        : throw new JsonException("A number was expected.");
}
