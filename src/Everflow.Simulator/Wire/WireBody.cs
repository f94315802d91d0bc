using System.Globalization;
using System.Text.Json;

namespace PromptLab.Simulator.Wire;

/// <summary>A request's JSON body, read as tolerantly as the real API: what has the wrong shape counts as absent.</summary>
internal readonly struct WireBody(JsonElement root)
{
    public static async Task<WireBody> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        try
        {
            using var document = await JsonDocument.ParseAsync(request.Body, cancellationToken: cancellationToken);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? new WireBody(document.RootElement.Clone())
                : throw RefusedException.BadRequest("Invalid JSON body");
        }
        catch (JsonException)
        {
            throw RefusedException.BadRequest("Invalid JSON body");
        }
    }

    public string? Text(string name) => Member(name) is { } value ? AsText(value) : null;

    public int? Number(string name) => int.TryParse(Text(name), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null;

    public bool? Flag(string name) => Member(name)?.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    public WireBody Object(string name) => Member(name) is { ValueKind: JsonValueKind.Object } value ? new WireBody(value) : default;

    /// <summary>Members of a list that are objects.</summary>
    public IEnumerable<WireBody> Objects(string name) =>
        List(name).Where(item => item.ValueKind == JsonValueKind.Object).Select(item => new WireBody(item));

    /// <summary>Members of a list that are text or numbers, as text.</summary>
    public IReadOnlyList<string> Texts(string name) => [.. List(name).Select(AsText).OfType<string>()];

    public IReadOnlyList<int> Numbers(string name) =>
        [.. Texts(name).Select(text => int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : 0).Where(number => number > 0)];

    public bool Has(string name) => Member(name) is { ValueKind: not JsonValueKind.Null };

    private JsonElement.ArrayEnumerator List(string name) => Member(name) is { ValueKind: JsonValueKind.Array } value ? value.EnumerateArray() : default;

    private JsonElement? Member(string name) => root.ValueKind == JsonValueKind.Object && root.TryGetProperty(name, out var value) ? value : null;

    private static string? AsText(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetRawText(),
        _ => null,
    };
}
