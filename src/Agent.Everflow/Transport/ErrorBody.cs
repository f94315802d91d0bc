using System.Text.Json;

namespace PromptLab.Everflow.Transport;

/// <summary>Documented as <c>{"error":"…"}</c>, seen as <c>{"Error":"…"}</c>.</summary>
internal static class ErrorBody
{
    private const int LongestMessage = 500;

    /// <summary>The API's words, or null when the body has none.</summary>
    public static string? Read(ReadOnlySpan<byte> body)
    {
        try
        {
            var reader = new Utf8JsonReader(body);
            return reader.Read() && reader.TokenType == JsonTokenType.StartObject ? Message(ref reader) : null;
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static string? Message(ref Utf8JsonReader reader)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isMessage = IsMessage(reader.GetString()!);
            reader.Read();
            if (isMessage && reader.TokenType == JsonTokenType.String)
                return reader.GetString() is { Length: > LongestMessage } text ? text[..LongestMessage] : reader.GetString();
            reader.Skip();
        }

        return null;
    }

    private static bool IsMessage(string name) =>
        name.Equals("error", StringComparison.OrdinalIgnoreCase) || name.Equals("message", StringComparison.OrdinalIgnoreCase);
}
