namespace PromptLab.Data.Slack;

/// <summary>A message of the agent as it is to stand in Slack.</summary>
/// <param name="Key">One message per key: what comes later under it takes the place of what stood there.</param>
/// <param name="Channel">Slack's id of it.</param>
/// <param name="Thread">Timestamp of the thread's first message; null for the channel itself.</param>
/// <param name="Content">JSON: the arguments of <c>chat.postMessage</c> but for the place.</param>
public sealed record NewSlackMessage(string Key, string Channel, string? Thread, string Content)
{
    /// <summary>Where Slack wants it instead of a channel: an answer that only one person sees. A secret: never logged.</summary>
    public string? ResponseUrl { get; init; }

    /// <summary>JSON that the content is made of, kept when it shows actions whose state changes.</summary>
    public string? Source { get; init; }

    /// <summary>Pending actions that it shows, and the status in which it does.</summary>
    public IReadOnlyDictionary<Guid, string> Confirmations { get; init; } = new Dictionary<Guid, string>();
}
