using System.Text.Json;
using System.Text.Json.Serialization;
using PromptLab.Everflow.Reports;

namespace PromptLab.Everflow.Wire;

/// <summary>Column names repeat in every row of a report of up to 10,000 rows: the known ones are not allocated again.</summary>
internal sealed class ColumnName : JsonConverter<string?>
{
    private static readonly byte[][] Known = [.. ReportColumn.Known.Select(System.Text.Encoding.ASCII.GetBytes)];

    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String)
            return null;

        if (!reader.HasValueSequence && !reader.ValueIsEscaped)
            for (var i = 0; i < Known.Length; i++)
                if (reader.ValueSpan.SequenceEqual(Known[i]))
                    return ReportColumn.Known[i];

        return reader.GetString();
    }

    public override void Write(Utf8JsonWriter writer, string? value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
