namespace PromptLab.Data.Paging;

/// <summary>One page of a list.</summary>
/// <param name="Next">Opaque cursor of the following page; null when this is the last one.</param>
public sealed record Page<T>(IReadOnlyList<T> Data, string? Next)
{
    /// <param name="rows">Up to one row more than the page holds; that one only tells that there is a next page.</param>
    internal static Page<T> Of(List<T> rows, int limit, Func<T, string> cursor) =>
        rows.Count <= limit ? new(rows, null) : new(rows[..limit], cursor(rows[limit - 1]));
}
