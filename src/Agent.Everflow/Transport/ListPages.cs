namespace PromptLab.Everflow.Transport;

/// <summary>Reads a list page by page. Pages are not a snapshot: a row can come twice, so each id is taken once.</summary>
internal static class ListPages
{
    /// <param name="page">Reads one page, counted from 1.</param>
    public static async Task<IReadOnlyList<T>> ReadAsync<T>(
        Func<int, Task<ListPage<T>>> page, Func<T, int> id, int pageSize)
    {
        var first = await page(1);
        if (IsAll(first, first.Items.Count, pageSize))
            return first.Items;

        var seen = new HashSet<int>(first.TotalCount ?? 2 * pageSize);
        var items = new List<T>(first.TotalCount ?? 2 * pageSize);
        for (var (number, next) = (1, first); ; next = await page(++number))
        {
            var before = items.Count;
            foreach (var item in next.Items)
                if (seen.Add(id(item)))
                    items.Add(item);

            // A page without anything new is the end, whatever the total says: the list shrank, or the server ignores the page number.
            if (items.Count == before || IsAll(next, items.Count, pageSize))
                return items;
        }
    }

    private static bool IsAll<T>(ListPage<T> page, int count, int pageSize) =>
        page.TotalCount is { } total ? count >= total : page.Items.Count < pageSize;
}
