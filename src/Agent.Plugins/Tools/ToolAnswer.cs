namespace PromptLab.Plugins.Tools;

/// <summary>An answer rendered by code from the typed result.</summary>
/// <param name="Markdown">What the person reads, tables and the resolved request included.</param>
/// <param name="Cards">The same as data.</param>
/// <param name="Digest">What a model may read of it: compact, with the figures that a comment may use.</param>
/// <param name="Shown">
/// What "that page" or "that offer" means afterwards, by argument: <c>{"landing_page": (5001, "Summer LP v2")}</c>.
/// </param>
public sealed record ToolAnswer(
    string Markdown,
    IReadOnlyList<Card> Cards,
    string Digest,
    IReadOnlyDictionary<string, ShownEntity> Shown)
{
    /// <summary>The workflow's own typed result, for callers that want data instead of an answer; null when there is none.</summary>
    public object? Result { get; init; }
}
