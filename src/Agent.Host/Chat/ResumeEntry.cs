using System.ComponentModel;
using System.Text.Json;
using PromptLab.Planner.Turns;

namespace PromptLab.Host.Chat;

/// <summary>An answer to an interrupt, as AG-UI has it.</summary>
/// <param name="InterruptId">The interrupt's id, which is the pending action's.</param>
/// <param name="Status"><c>cancelled</c> is a no; anything else leaves it to <paramref name="Payload"/>.</param>
/// <param name="Payload"><c>{"confirmed": true}</c> or <c>{"confirmed": false}</c>.</param>
public sealed record ResumeEntry(
    [property: Description("Id of the interrupt.")] Guid InterruptId,
    [property: Description("resolved or cancelled; cancelled is a no.")] string? Status = null,
    [property: Description("{\"confirmed\": true} or {\"confirmed\": false}.")] JsonElement? Payload = null)
{
    /// <summary>Null when it says neither yes nor no.</summary>
    internal InterruptAnswer? ToAnswer() => Status == "cancelled" ? new InterruptAnswer(InterruptId, false)
        : Payload is { ValueKind: JsonValueKind.Object } payload && payload.TryGetProperty("confirmed", out var confirmed)
            && confirmed.ValueKind is JsonValueKind.True or JsonValueKind.False ? new InterruptAnswer(InterruptId, confirmed.GetBoolean())
        : null;
}
