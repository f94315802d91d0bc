using System.Text.Json;

namespace PromptLab.Plugins.Tools;

/// <summary>What a model is told of a tool. Names and arguments are a public contract.</summary>
/// <param name="Name">Snake case, for example <c>top_landing_pages</c>.</param>
/// <param name="Description">One or two sentences; they are part of every prompt, so every word costs.</param>
/// <param name="Schema">JSON schema of the arguments: an object with <c>properties</c> and <c>required</c>.</param>
public sealed record ToolDescriptor(string Name, string Description, JsonElement Schema, ToolEffect Effect);
