using System.Text.Json;

namespace PromptLab.Host.Templates;

/// <summary>The value of a variable as it goes into a prompt.</summary>
internal static class VariableText
{
    private const string HalfCharacter = "A value has half a character in it, such as \"\\ud83d\" alone. Write the whole one.";

    /// <summary>A text as it is, a number or a truth value as JSON writes it, and so are objects and lists; null for null.</summary>
    /// <exception cref="BadHttpRequestException">Half a character, which JSON allows and no text can hold.</exception>
    public static string? Of(JsonElement? value) => value switch
    {
        null or { ValueKind: JsonValueKind.Null or JsonValueKind.Undefined } => null,
        { ValueKind: JsonValueKind.String } text => Whole(text),
        { } other => other.GetRawText(),
    };

    public static IReadOnlyDictionary<string, string> Of(IReadOnlyDictionary<string, JsonElement>? values) =>
        (values ?? new Dictionary<string, JsonElement>())
            .Where(pair => pair.Value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined))
            .ToDictionary(pair => pair.Key, pair => Of(pair.Value)!, StringComparer.Ordinal);

    private static string Whole(JsonElement text)
    {
        try
        {
            return text.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw new BadHttpRequestException(HalfCharacter, StatusCodes.Status422UnprocessableEntity);
        }
    }
}
