namespace PromptLab.Everflow.Conversions;

/// <summary>One page, as the API gave it.</summary>
/// <param name="Page">From 1.</param>
/// <param name="TotalCount">Rows of all pages at the time of asking; it can grow between pages.</param>
public sealed record ConversionPage(IReadOnlyList<Conversion> Rows, int Page, int PageSize, int TotalCount);
