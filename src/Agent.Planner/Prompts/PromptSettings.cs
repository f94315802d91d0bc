namespace PromptLab.Planner.Prompts;

/// <summary>What a prompt asks of the model; null where it leaves the choice to the provider's configuration.</summary>
public sealed record PromptSettings(float? Temperature, int? MaxOutputTokens, float? TopP, IReadOnlyList<string> StopSequences)
{
    public static PromptSettings None { get; } = new(null, null, null, []);
}
