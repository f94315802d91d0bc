namespace PromptLab.Data.Slack;

/// <summary>Something that came in and is worked off after it has been acknowledged.</summary>
/// <param name="Key">The same key is taken in once, however often it comes.</param>
/// <param name="Thread">Tasks of the same thread are worked off one after the other.</param>
/// <param name="Place">Their order within it: timestamps as Slack writes them.</param>
/// <param name="Kind">One of <see cref="SlackTaskKind"/>.</param>
/// <param name="Payload">JSON object.</param>
public sealed record NewSlackTask(string Key, string Thread, string Place, string Kind, string Payload);
