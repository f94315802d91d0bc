namespace PromptLab.Workflows.Pipelines;

/// <summary>A variable of the pipeline that a template takes by its own name.</summary>
/// <param name="MayBeMissing">True when the template can do without: it has a default, or does not require it.</param>
public sealed record TakenVariable(string Name, bool MayBeMissing);
