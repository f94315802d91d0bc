using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;

namespace PromptLab.Everflow.Transport;

/// <summary>Reads replies that are JSON, and those that would be without raw control characters or broken UTF-8 in a text.</summary>
internal static class LenientJson
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <exception cref="JsonException">It is not JSON, or not of that type.</exception>
    public static T Deserialize<T>(Span<byte> json, JsonTypeInfo<T> type)
        where T : class
    {
        if (json.StartsWith(ByteOrderMark))
            json = json[ByteOrderMark.Length..];

        try
        {
            return JsonSerializer.Deserialize(json, type) ?? throw new JsonException("The reply is null.");
        }
        catch (JsonException) when (Repair(ref json))
        {
            return JsonSerializer.Deserialize(json, type) ?? throw new JsonException("The reply is null.");
        }
    }

    private static bool Repair(ref Span<byte> json)
    {
        var wasText = Utf8.IsValid(json);
        if (!wasText)
            json = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(json));

        return BlankControlCharacters(json) || !wasText;
    }

    /// <summary>Line breaks and the like become spaces inside of texts; between tokens they are allowed.</summary>
    private static bool BlankControlCharacters(Span<byte> json)
    {
        var (inText, escaped, found) = (false, false, false);
        foreach (ref var letter in json)
        {
            if (inText && letter < (byte)' ')
                (letter, found) = ((byte)' ', true);
            if (letter == (byte)'"' && !escaped)
                inText = !inText;
            escaped = inText && letter == (byte)'\\' && !escaped;
        }

        return found;
    }
}
