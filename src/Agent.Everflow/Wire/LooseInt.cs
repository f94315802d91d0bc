using System.Text.Json;
using System.Text.Json.Serialization;

namespace PromptLab.Everflow.Wire;

/// <summary>Ids come as integers, as text or as null; null and empty mean zero, which no entity has.</summary>
internal sealed class LooseInt : JsonConverter<int>
{
    public override bool HandleNull => true;

    public override int Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        LooseLong.Read(ref reader) is >= int.MinValue and <= int.MaxValue and var whole
            ? (int)whole
            : throw new JsonException("An id is out of range.");

    public override void Write(Utf8JsonWriter writer, int value, JsonSerializerOptions options) => writer.WriteNumberValue(value);
}
