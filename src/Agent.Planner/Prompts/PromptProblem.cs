namespace PromptLab.Planner.Prompts;

/// <summary>A prompt file that is not in use because something is wrong with it.</summary>
/// <param name="File">Relative to the directory of the prompts, for example <c>agent/3.yaml</c>.</param>
/// <param name="Text">A sentence for the operator.</param>
public sealed record PromptProblem(string File, string Text)
{
    public override string ToString() => $"{File}: {Text}";
}
