using System.Text.Json;
using System.Text.Json.Serialization;

namespace PromptLab.Host.AgUi;

/// <param name="Content">A text, or parts of type <c>text</c>.</param>
internal sealed record AgUiMessage(
    [property: JsonPropertyName("id")] string? Id, [property: JsonPropertyName("role")] string? Role, [property: JsonPropertyName("content")] JsonElement? Content);
