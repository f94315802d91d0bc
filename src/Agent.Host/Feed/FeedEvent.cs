using PromptLab.Data.Feed;
using PromptLab.Planner.Turns;

namespace PromptLab.Host.Feed;

/// <summary>Feed items as AG-UI events.</summary>
internal static class FeedEvent
{
    /// <summary>Nothing happened yet; a client that loses the connection continues from here.</summary>
    public static TurnEvent Start(long head, DateTimeOffset now) => Compose(head, "feed", $$"""{"head":{{head}}}""", now);

    public static TurnEvent Of(FeedItem item) => Compose(item.Sequence, item.Kind, item.Payload, item.CreatedAt);

    /// <summary>The payload is a JSON object that is stored as such.</summary>
    private static TurnEvent Compose(long sequence, string name, string payload, DateTimeOffset at) => new(
        sequence,
        TurnEventType.Custom,
        $$"""{"type":"{{TurnEventType.Custom}}","timestamp":{{at.ToUnixTimeMilliseconds()}},"name":"{{name}}","value":{{payload}}}""");
}
