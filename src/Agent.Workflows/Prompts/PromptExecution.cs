namespace PromptLab.Workflows.Prompts;

/// <summary>What a <see cref="PromptDocument"/> asks of the model.</summary>
public sealed class PromptExecution
{
    public float? Temperature { get; set; }

    public int? MaxTokens { get; set; }

    public float? TopP { get; set; }

    public List<string> StopSequences { get; set; } = [];
}
