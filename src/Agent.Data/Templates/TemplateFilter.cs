using PromptLab.Data.Sharing;

namespace PromptLab.Data.Templates;

/// <summary>Which templates a list shows.</summary>
/// <param name="Search">Words that the name, the description or the newest text contains, any case; null for all.</param>
/// <param name="Tag">A tag that it has; null for all.</param>
/// <param name="IsDeleted">True for those that were deleted and can be brought back; always the owner's.</param>
public sealed record TemplateFilter(string? Search = null, string? Tag = null, bool IsDeleted = false, Ownership Of = Ownership.All);
