using System.Globalization;
using PromptLab.Everflow.Conversions;
using PromptLab.Plugins.Rendering;
using PromptLab.Plugins.Tools;
using PromptLab.Workflows.Conversions;

namespace PromptLab.Plugins.Conversions;

internal static class ConversionsAnswer
{
    public static ToolOutcome Render(ResolvedRequest resolved, ViewConversionsRequest request, ConversionsView view, TimeZoneInfo zone)
    {
        var answer = new AnswerText(resolved);
        if (view.Range != request.Range)
        {
            answer.Warn($"Everflow keeps single conversions for 365 days, so these are those from {view.Range.From:yyyy-MM-dd} on.");
        }

        answer.Say(Counts(view));
        if (view.Asked.Total > 0)
        {
            answer.Say(Sums(view));
            AddRows(answer, view, zone);
        }

        return answer.Finish(view);
    }

    private static void AddRows(AnswerText answer, ConversionsView view, TimeZoneInfo zone)
    {
        if (view.Rows.Count == 0)
        {
            answer.Say($"There is no page {view.Page}; the last one is {view.Pages}.");
            return;
        }

        answer.Table("Conversions", Table(view.Rows, zone));
        var first = (view.Page - 1) * ViewConversionsWorkflow.PageSize;
        answer.Say($"Rows {Figures.Count(first + 1)}–{Figures.Count(first + view.Rows.Count)} of {Figures.Count(view.Asked.Total)}, newest first.");
        if (view.Page < view.Pages)
        {
            answer.Offer($"This is page {view.Page} of {Figures.Count(view.Pages)}. Shall I show the next one, or put all rows into a file?",
                [new ToolChoice("Next page", $"page {view.Page + 1}"), new ToolChoice("As a file", "export that as the conversions report")]);
        }
    }

    private static string Counts(ConversionsView view)
    {
        var counts = view.Counts;
        if (counts.Total == 0)
        {
            return "No conversions in this period.";
        }

        var what = view.Events > 0 && view.Asked == counts ? $" ({Figures.Count(counts.Total - view.Events)} conversions and {Figures.Count(view.Events)} events)" : "";
        return $"**{Figures.Count(counts.Total)} {(counts.Total == 1 ? "conversion" : "conversions")}**{what}: {Figures.Count(counts.Approved)} approved, "
            + $"{Figures.Count(counts.Pending)} pending, {Figures.Count(counts.RejectedByHand)} rejected, "
            + $"{Figures.Count(counts.RejectedByThrottle)} throttled, {Figures.Count(counts.Invalid)} invalid.";
    }

    private static string Sums(ConversionsView view)
    {
        var asked = view.Asked;
        var whose = asked == view.Counts ? "Over the whole period" : $"The {Figures.Count(asked.Total)} asked for, over the whole period";
        return asked.HasSeveralCurrencies
            ? $"{whose}: the amounts are in several currencies, so there is no sum."
            : $"{whose}: payout {Amount(asked.Payout, view)}, revenue {Amount(asked.Revenue, view)}.";
    }

    private static string Amount(decimal amount, ConversionsView view) => view.Rows.Count > 0
        ? Figures.Money(amount, view.Rows[0].CurrencyId)
        : amount.ToString("N2", CultureInfo.InvariantCulture);

    private static AnswerTable Table(IReadOnlyList<Conversion> rows, TimeZoneInfo zone)
    {
        var table = new AnswerTable(
            new("date", "Date", "text"), new("status", "Status", "text"), new("offer", "Offer", "text"), new("partner", "Partner", "text"),
            new("country", "Country", "text"), new("event", "Event", "text"), new("payout", "Payout", "money"), new("revenue", "Revenue", "money"),
            new("currency", "Currency", "text"), new("sub1", "Sub1", "text"), new("error", "Error", "text"), new("conversion_id", "Id", "text"));
        foreach (var row in rows)
        {
            table.Add(
                TableCell.Of(TimeZoneInfo.ConvertTime(row.ConvertedAt, zone).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)),
                TableCell.Of(Status(row)), TableCell.Of($"{row.OfferName} ({row.OfferId})"), TableCell.Of($"{row.PartnerName} ({row.PartnerId})"),
                TableCell.Of(row.Country), TableCell.Of(row.Event), TableCell.Money(row.Payout), TableCell.Money(row.Revenue),
                TableCell.Of(row.CurrencyId), TableCell.Of(row.Subs[0]), TableCell.Of(row.ErrorMessage), TableCell.Of(row.Id));
        }

        return table;
    }

    private static string Status(Conversion row)
    {
        var status = row.Status.ToString().ToLowerInvariant();
        return row.IsScrubbed ? status + ", throttled" : status;
    }
}
