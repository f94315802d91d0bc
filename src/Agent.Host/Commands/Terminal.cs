namespace PromptLab.Host.Commands;

/// <summary>Where a command writes: what it was asked for, and what it says beside that.</summary>
internal sealed record Terminal(TextWriter Output, TextWriter Error);
