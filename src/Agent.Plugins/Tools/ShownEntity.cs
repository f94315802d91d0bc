namespace PromptLab.Plugins.Tools;

/// <summary>An entity that an answer put in first place.</summary>
public sealed record ShownEntity(int Id, string Name);
