using System.Text.Json.Nodes;
using PromptLab.Plugins.Schedules;

namespace PromptLab.Host.Schedules;

/// <summary>The resolved request that each run takes up.</summary>
/// <param name="Arguments">Canonical; a relative period stays in words, so that each run means its own.</param>
/// <param name="Example">The period on the day of asking.</param>
public sealed record ScheduleRequestDto(string Tool, JsonObject Arguments, string? Example, Guid? ConversationId, IReadOnlyList<string> Channels)
{
    internal static ScheduleRequestDto Of(string payload)
    {
        var kept = ScheduledRequest.Parse(payload);
        return new(kept.Tool, kept.Arguments, kept.Example, kept.ConversationId, kept.Channels);
    }
}
