using PromptLab.Data.Paging;

namespace PromptLab.Data.Tests.Paging;

/// <summary>A list read to its end, page by page.</summary>
internal static class EveryPage
{
    public static async Task<IReadOnlyList<T>> ReadAsync<T>(Func<string?, Task<Page<T>>> read)
    {
        var rows = new List<T>();
        for (var (cursor, more) = ((string?)null, true); more; more = cursor is not null)
        {
            var page = await read(cursor);
            rows.AddRange(page.Data);
            cursor = page.Next;
        }

        return rows;
    }
}
