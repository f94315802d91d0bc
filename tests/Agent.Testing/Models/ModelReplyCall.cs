namespace PromptLab.Testing.Models;

/// <summary>A tool call of a scripted reply.</summary>
/// <param name="Arguments">JSON text; may be broken on purpose.</param>
public sealed record ModelReplyCall(string Tool, string Arguments);
