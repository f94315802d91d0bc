namespace PromptLab.Everflow.Reports;

/// <summary>A part of a report: some days, then some partners of one day, then some offers of one partner.</summary>
internal sealed record ReportPiece(ReportQuery Query)
{
    private const int Parts = 4;

    private IReadOnlyList<string>? Partners { get; init; }

    private IReadOnlyList<string>? Offers { get; init; }

    /// <summary>The column whose values must be known before this piece can be split further; null when they are, or nothing is left.</summary>
    public string? NextList =>
        Query.From < Query.To ? null
        : Partners is null ? ReportColumn.Partner
        : Partners.Count == 1 && Offers is null ? ReportColumn.Offer
        : null;

    /// <summary>The piece with what the report of a column has shown.</summary>
    public ReportPiece With(string column, IReadOnlyList<string> ids) =>
        column == ReportColumn.Partner ? this with { Partners = ids } : this with { Offers = ids };

    /// <summary>Up to four parts that together are this piece; none when it cannot be smaller.</summary>
    public IReadOnlyList<ReportPiece> Split() =>
        Query.From < Query.To ? SplitDays()
        : Partners is { Count: > 1 } ? SplitList(Partners, ReportResource.Partner, (piece, ids) => piece with { Partners = ids })
        : Offers is { Count: > 1 } ? SplitList(Offers, ReportResource.Offer, (piece, ids) => piece with { Offers = ids })
        : [];

    private List<ReportPiece> SplitDays()
    {
        var days = Query.To.DayNumber - Query.From.DayNumber + 1;
        var parts = Math.Min(Parts, days);
        return
        [
            .. Enumerable.Range(0, parts).Select(part => this with
            {
                Query = Query with { From = Query.From.AddDays(days * part / parts), To = Query.From.AddDays((days * (part + 1) / parts) - 1) },
            }),
        ];
    }

    private List<ReportPiece> SplitList(
        IReadOnlyList<string> ids, string resource, Func<ReportPiece, IReadOnlyList<string>, ReportPiece> with)
    {
        var size = (ids.Count + Parts - 1) / Parts;
        return [.. ids.Chunk(size).Select(chunk => with(Only(resource, chunk), chunk))];
    }

    /// <summary>Conditions of one type are alternatives, so these take the place of what the query asked of that type; they were
    /// found under it and are no more than it allows.</summary>
    private ReportPiece Only(string resource, IReadOnlyList<string> ids) => this with
    {
        Query = Query with
        {
            Filters =
            [
                .. Query.Filters.Where(filter => filter.ResourceType != resource),
                .. ids.Select(id => new ReportFilter(resource, id)),
            ],
        },
    };
}
