using System.Text.Json;

namespace PromptLab.Workflows.Pipelines;

/// <summary>A tool of the catalogue, as pipelines see it.</summary>
/// <param name="Schema">JSON schema of its arguments.</param>
/// <param name="Refusal">Why a step may not call it, as a sentence; null when it may.</param>
public sealed record PipelineTool(string Name, JsonElement Schema, string? Refusal)
{
    internal IReadOnlyList<string> Arguments => [.. Schema.GetProperty("properties").EnumerateObject().Select(property => property.Name)];

    internal IEnumerable<string> Required =>
        Schema.TryGetProperty("required", out var names) ? names.EnumerateArray().Select(name => name.GetString()!) : [];
}
