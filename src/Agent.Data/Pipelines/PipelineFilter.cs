using PromptLab.Data.Sharing;

namespace PromptLab.Data.Pipelines;

/// <summary>Which pipelines a list shows; null leaves a question open.</summary>
/// <param name="Search">Words that the name or the description contains, any case.</param>
/// <param name="TemplateId">A template that one of the steps uses.</param>
/// <param name="IsDeleted">True for those that were deleted and can be brought back; always the owner's.</param>
public sealed record PipelineFilter(string? Search = null, string? Tag = null, Guid? TemplateId = null, bool IsDeleted = false, Ownership Of = Ownership.All);
