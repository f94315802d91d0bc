namespace PromptLab.Host.OpenAi;

/// <summary>The one model of this door: the agent.</summary>
/// <param name="Created">Unix seconds.</param>
internal sealed record OpenAiModel(string Id, string Object, long Created, string OwnedBy)
{
    public const string IdOfAgent = "promptlab";

    /// <summary>Since 2025 began; clients only show it.</summary>
    public static OpenAiModel Agent { get; } = new(IdOfAgent, "model", 1735689600, "promptlab");
}
