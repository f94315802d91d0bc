namespace PromptLab.Everflow.Transport;

/// <summary>One page of a list.</summary>
/// <param name="TotalCount">Of all pages, when the reply says so.</param>
internal sealed record ListPage<T>(IReadOnlyList<T> Items, int? TotalCount)
{
    public static ListPage<T> Of<TWire>(TWire?[]? wire, Func<TWire, T> map, Wire.PagingWire? paging)
        where TWire : class
    {
        if (wire is null)
            throw new System.Text.Json.JsonException("The reply has no list.");

        return new([.. wire.OfType<TWire>().Select(map)], paging?.TotalCount);
    }
}
