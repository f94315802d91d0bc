namespace PromptLab.Workflows.Entities;

/// <summary>An entry of the network's catalogue, as far as finding it needs.</summary>
public sealed record NamedEntity(int Id, string Name);
