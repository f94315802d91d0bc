using PromptLab.Data.Paging;

namespace PromptLab.Host.Conversations;

/// <summary>A page of a list.</summary>
/// <param name="Next">What <c>cursor</c> gets the next page; null on the last one.</param>
public sealed record ListReply<T>(IReadOnlyList<T> Data, string? Next)
{
    internal static ListReply<T> Of<TRow>(Page<TRow> page, Func<TRow, T> map) => new([.. page.Data.Select(map)], page.Next);
}
