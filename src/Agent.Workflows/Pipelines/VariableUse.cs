namespace PromptLab.Workflows.Pipelines;

/// <summary>A place where a step uses a variable of its pipeline.</summary>
internal sealed record VariableUse(string Variable, string Field);
