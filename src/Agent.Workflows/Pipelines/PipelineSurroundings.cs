namespace PromptLab.Workflows.Pipelines;

/// <summary>What steps may name, as the layers above know it.</summary>
/// <param name="Providers">Every configured provider.</param>
/// <param name="Tools">Every tool by name, those that steps may not call included.</param>
public sealed record PipelineSurroundings(IReadOnlyList<string> Providers, IReadOnlyDictionary<string, PipelineTool> Tools);
