using System.Globalization;

namespace PromptLab.Simulator.Wire;

/// <summary>Page (from 1) and size. The query string wins; a body's members, or those of its <c>paging</c>, are read too.</summary>
internal readonly record struct PageRequest(int Page, int Size)
{
    private const int Largest = 2000;

    public long Skipped => (long)(Page - 1) * Size;

    public static PageRequest From(HttpRequest request, WireBody body = default, int defaultSize = 50)
    {
        var nested = body.Object("paging");
        var page = FromQuery(request, "page") ?? body.Number("page") ?? nested.Number("page") ?? 1;
        var size = FromQuery(request, "page_size") ?? body.Number("page_size") ?? nested.Number("page_size") ?? defaultSize;
        return new PageRequest(Math.Max(1, page), Math.Clamp(size, 1, Largest));
    }

    public IEnumerable<T> Of<T>(IEnumerable<T> rows) => Skipped > int.MaxValue ? [] : rows.Skip((int)Skipped).Take(Size);

    public Paging Of(int total) => new(Page, Size, total);

    private static int? FromQuery(HttpRequest request, string name) =>
        int.TryParse(request.Query[name], NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null;
}
