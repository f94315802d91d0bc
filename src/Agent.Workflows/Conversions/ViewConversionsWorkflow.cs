using PromptLab.Everflow.Conversions;
using PromptLab.Everflow.Reports;
using PromptLab.Workflows.Dates;

namespace PromptLab.Workflows.Conversions;

/// <summary>One page of conversions, newest first, and the totals of all of them. Throws <see cref="Everflow.EverflowException"/>.</summary>
public sealed class ViewConversionsWorkflow(ConversionsClient conversions, NetworkCalendar calendar)
{
    public const int PageSize = 25;

    /// <returns>Null when the range is longer ago than conversions are kept.</returns>
    public async Task<ConversionsView?> RunAsync(ViewConversionsRequest request, CancellationToken cancellationToken)
    {
        if (ConversionReach.Of(request.Range, calendar.Today) is not { } range)
        {
            return null;
        }

        var all = new ConversionQuery(range.From, range.To, [.. Filters(request)]) { ShowEvents = true };
        var asked = request.Status is { } status ? all with { Filters = [.. all.Filters, new ReportFilter(ReportResource.Status, Word(status))] } : all;
        var (counts, sums) = (conversions.GetSummaryAsync(all, cancellationToken), conversions.GetSummaryAsync(asked, cancellationToken));
        var based = conversions.GetSummaryAsync(asked with { ShowEvents = false }, cancellationToken);
        var page = conversions.GetPageAsync(asked, request.Page, PageSize, cancellationToken);
        await Task.WhenAll(counts, sums, based, page);

        var total = (await sums).Total;
        var pages = (int)Math.Max(1, (total + PageSize - 1) / PageSize);
        return new ConversionsView(range, await counts, await sums, total - (await based).Total, (await page).Rows, request.Page, pages);
    }

    private static IEnumerable<ReportFilter> Filters(ViewConversionsRequest request)
    {
        if (request.OfferId is { } offer)
        {
            yield return ReportFilter.Offer(offer);
        }

        if (request.PartnerId is { } partner)
        {
            yield return ReportFilter.Partner(partner);
        }
    }

    private static string Word(ConversionStatus status) => status switch
    {
        ConversionStatus.Approved => "approved",
        ConversionStatus.Pending => "pending",
        ConversionStatus.Rejected => "rejected",
        _ => "invalid",
    };
}
