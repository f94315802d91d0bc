using System.Text.Json;
using System.Text.Json.Serialization;
using PromptLab.Host.Chat;
using PromptLab.Planner.Turns;

namespace PromptLab.Host.AgUi;

/// <param name="Status"><c>cancelled</c> is a no; with <c>resolved</c> the payload says it.</param>
/// <param name="Payload"><c>{"confirmed": true}</c> or <c>{"confirmed": false}</c>.</param>
internal sealed record AgUiResume(
    [property: JsonPropertyName("interruptId")] string? InterruptId,
    [property: JsonPropertyName("status")] string? Status,
    [property: JsonPropertyName("payload")] JsonElement? Payload)
{
    /// <summary>Null when it says neither yes nor no, or to nothing.</summary>
    public InterruptAnswer? ToAnswer() => Guid.TryParse(InterruptId, out var id) ? new ResumeEntry(id, Status, Payload).ToAnswer() : null;
}
