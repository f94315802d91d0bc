namespace PromptLab.Data.Pipelines;

/// <summary>A pipeline as it should be from now on.</summary>
/// <param name="Tags">Distinct.</param>
/// <param name="Definition">JSON object.</param>
/// <param name="References">The templates that the definition uses, by step.</param>
/// <param name="Sharing">One of <see cref="Sharing.SharingScope"/>; null keeps it, and makes a new pipeline private.</param>
public sealed record PipelineChange(
    string Name, string Description, IReadOnlyList<string> Tags, string Definition, IReadOnlyList<PipelineReference> References,
    string? Sharing = null);
