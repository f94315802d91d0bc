namespace PromptLab.Workflows.Datasets;

/// <summary>Why a line of a file cannot be read.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Message">A sentence that says what to do.</param>
public sealed record LineProblem(int Line, string Message);
