using System.Text.Json;

namespace PromptLab.Host.Slack.Answers;

/// <summary>What a message in Slack is made of.</summary>
/// <param name="Text">Markdown.</param>
/// <param name="Cards">Objects with <c>kind</c> and <c>data</c>.</param>
internal sealed record SlackAnswer(string Text, IReadOnlyList<JsonElement> Cards)
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <summary>Why there is no whole answer; null otherwise.</summary>
    public string? Problem { get; init; }

    /// <summary>What is being done, while it is.</summary>
    public string? Progress { get; init; }

    /// <summary>For one person alone: what becomes of an action is told in this message, too, because no other can.</summary>
    public bool IsPrivate { get; init; }

    /// <summary>Pending actions that it shows.</summary>
    public IEnumerable<Guid> Actions() => Cards.Where(card => card.GetProperty("kind").ValueEquals("confirmation"))
        .Select(card => card.GetProperty("data").GetProperty("id").GetGuid());

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    public static SlackAnswer Parse(string json) => JsonSerializer.Deserialize<SlackAnswer>(json, Json)!;

    public static IReadOnlyList<JsonElement> ReadCards(string? json) => json is null ? [] : [.. JsonElement.Parse(json).EnumerateArray()];
}
