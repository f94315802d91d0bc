using System.Text.Json;

namespace PromptLab.Testing.Models;

/// <summary>A request that a scripted model received.</summary>
/// <param name="Body">As sent.</param>
/// <param name="Bytes">Length of the body.</param>
/// <param name="Connection">The same for requests that came over the same connection.</param>
/// <param name="Headers">By lower-case name.</param>
/// <param name="Aborted">Completes when the client hangs up before the reply has ended; is cancelled when the reply ended first.</param>
public sealed record ModelRequest(JsonElement Body, int Bytes, string Connection, IReadOnlyDictionary<string, string> Headers, Task Aborted)
{
    public bool IsStreamed => Body.TryGetProperty("stream", out var stream) && stream.ValueKind == JsonValueKind.True;

    public IReadOnlyList<JsonElement> Messages => Body.TryGetProperty("messages", out var messages) ? [.. messages.EnumerateArray()] : [];

    /// <summary>Names of the declared tools, whichever protocol.</summary>
    public IReadOnlyList<string> Tools => Body.TryGetProperty("tools", out var tools)
        ? [.. tools.EnumerateArray().Select(t => (t.TryGetProperty("function", out var function) ? function : t).GetProperty("name").GetString()!)]
        : [];

    /// <summary>The text of the last message, where it is plain text.</summary>
    public string LastText => Messages.Count == 0 ? "" : Text(Messages[^1].GetProperty("content"));

    private static string Text(JsonElement content) => content.ValueKind switch
    {
        JsonValueKind.String => content.GetString()!,
        JsonValueKind.Array => string.Concat(content.EnumerateArray().Select(p => p.TryGetProperty("text", out var text) ? text.GetString() : "")),
        _ => "",
    };
}
