using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PromptLab.Everflow.Wire;

/// <summary>Counts and times come as integers, as 150.0, as text or as null; null and empty mean zero.</summary>
internal sealed class LooseLong : JsonConverter<long>
{
    public override bool HandleNull => true;

    public override long Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Read(ref reader);

    public override void Write(Utf8JsonWriter writer, long value, JsonSerializerOptions options) => writer.WriteNumberValue(value);

    public static long Read(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.Number => reader.TryGetInt64(out var whole) ? whole : Whole(reader.TryGetDecimal(out var number) ? number : null),
        JsonTokenType.Null or JsonTokenType.False => 0,
        JsonTokenType.True => 1,
        JsonTokenType.String => Parse(reader.GetString()),
        _ => throw new JsonException("An integer was expected."),
    };

    private static long Parse(string? text) =>
        string.IsNullOrWhiteSpace(text) ? 0
        : long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var whole) ? whole
        : Whole(decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null);

    private static long Whole(decimal? number) =>
        number is >= long.MinValue and <= long.MaxValue ? (long)decimal.Round(number.Value) : throw new JsonException("An integer was expected.");
}
