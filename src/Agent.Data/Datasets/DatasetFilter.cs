using PromptLab.Data.Sharing;

namespace PromptLab.Data.Datasets;

/// <summary>Which datasets a list shows.</summary>
/// <param name="Search">Words that the name or the description contains, any case; null for all.</param>
/// <param name="TemplateId">That it was made for; null for all.</param>
/// <param name="IsDeleted">True for those that were deleted and can be brought back; always the owner's.</param>
public sealed record DatasetFilter(string? Search = null, Guid? TemplateId = null, bool IsDeleted = false, Ownership Of = Ownership.All);
