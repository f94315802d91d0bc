namespace PromptLab.Planner.Prompts;

/// <summary>A prompt was rendered without values that it requires.</summary>
public sealed class MissingPromptInputException(string prompt, IReadOnlyList<string> inputs)
    : Exception($"Prompt {prompt} needs a value for {string.Join(", ", inputs)}.")
{
    public IReadOnlyList<string> Inputs { get; } = inputs;
}
