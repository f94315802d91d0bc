using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace PromptLab.Plugins.Schedules;

/// <summary>What a workflow schedule keeps: the resolved request, not the sentence it was asked with.</summary>
/// <param name="Tool">A tool that only reads.</param>
/// <param name="Arguments">
/// Canonical: ids, ISO codes. Only periods are kept as they were said ("last week"), so that each run means its own.
/// </param>
/// <param name="Example">The period as it was on the day of asking, which is what the person saw.</param>
/// <param name="ConversationId">Where it was asked and is answered; null answers in a conversation of its own.</param>
/// <param name="Channels">Names of configured channels that get the answer, too.</param>
public sealed record ScheduledRequest(
    string Tool, JsonObject Arguments, string? Example, Guid? ConversationId, IReadOnlyList<string> Channels)
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    public static ScheduledRequest Parse(string json) =>
        JsonSerializer.Deserialize<ScheduledRequest>(json, Json) ?? throw new JsonException("A schedule keeps no request.");
}
