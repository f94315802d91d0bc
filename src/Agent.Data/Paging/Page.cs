namespace PromptLab.Data.Paging;

/// <summary>One page of a list.</summary>
/// <param name="Next">Opaque cursor of the following page; null when this is the last one.</param>
public sealed record Page<T>(IReadOnlyList<T> Data, string? Next);
