namespace PromptLab.Workflows.Pipelines;

/// <summary>The version of a template that a step uses in a run.</summary>
/// <param name="Name">As it was called then.</param>
public sealed record RunTemplate(Guid Id, string Name, int Version);
