using System.Text.Json;
using System.Text.Json.Serialization;

namespace PromptLab.Everflow.Wire;

internal sealed class ResultAnswer : JsonConverter<ResultWire>
{
    public override ResultWire Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            return new(reader.TokenType == JsonTokenType.True);

        var result = true;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isResult = reader.ValueTextEquals("result"u8);
            reader.Read();
            if (isResult)
                result = reader.TokenType == JsonTokenType.True;
            reader.Skip();
        }

        return new(result);
    }

    public override void Write(Utf8JsonWriter writer, ResultWire value, JsonSerializerOptions options) =>
        throw new NotSupportedException("An answer is only read.");
}
