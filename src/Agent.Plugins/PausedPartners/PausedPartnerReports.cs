using PromptLab.Plugins.Alerts;
using PromptLab.Plugins.Rendering;
using PromptLab.Workflows.Alerts;
using PromptLab.Workflows.Dates;
using PromptLab.Workflows.PausedPartners;

namespace PromptLab.Plugins.PausedPartners;

/// <summary>Partners who paused, in words and as a table with what each factor of revenue took.</summary>
internal static class PausedPartnerReports
{
    public static CheckReport Of(PausedPartnerCheckResult result, decimal dropThreshold, string currency)
    {
        var count = Figures.Count(result.Partners.Count);
        var partners = result.Partners.Count == 1 ? "1 partner" : $"{count} partners";
        var threshold = DropSentences.Percent(dropThreshold);
        PausedPartner[] listed = [.. result.Partners.Take(PausedPartnerCheckResult.MostListed)];
        return new CheckReport(
            $"{partners} with a revenue drop of more than {threshold} ({Days(result.Now)})",
            [
                $"{partners} earned more than {threshold} less in {Days(result.Now)} than on the same weekdays before ({Days(result.Before)}): "
                    + $"{Figures.Money(result.LostRevenue, currency)} less revenue in total.",
                .. result.Partners.Count > listed.Length ? [$"The {listed.Length} largest drops are listed; {Figures.Count(result.Partners.Count - listed.Length)} more partners are over the threshold."] : Array.Empty<string>(),
                .. listed.Select(partner => DropSentences.Of(partner, currency)),
            ],
            [
                new AlertFact("Days", Days(result.Now)),
                new AlertFact("Compared with", Days(result.Before)),
                new AlertFact("Partners", count),
                new AlertFact("Lost revenue", Figures.Money(result.LostRevenue, currency)),
            ],
            Table(listed, currency));
    }

    public static string Days(DateRange range) => range.Days == 1 ? Arguments.PeriodArgument.Iso(range.From) : $"{Arguments.PeriodArgument.Iso(range.From)} – {Arguments.PeriodArgument.Iso(range.To)}";

    private static AnswerTable Table(PausedPartner[] listed, string currency)
    {
        var table = new AnswerTable(
            new("partner_id", "Id", "id"), new("partner", "Partner", "text"), new("revenue_before", $"Before ({currency})", "money"),
            new("revenue_now", $"Now ({currency})", "money"), new("change", "Change", "percent"), new("lost_revenue", $"Lost ({currency})", "money"),
            new("by_clicks", "by clicks", "money"), new("by_cvr", "by CVR", "money"), new("by_rpc", "by revenue per conversion", "money"));
        foreach (var (drop, _) in listed)
        {
            table.Add(
                TableCell.Id(drop.Partner.Id), TableCell.Of(drop.Partner.Name), TableCell.Money(drop.Before.Revenue), TableCell.Money(drop.Now.Revenue),
                TableCell.Change(drop.Change), TableCell.Money(drop.LostRevenue), TableCell.Money(drop.Factors.Clicks),
                TableCell.Money(drop.Factors.ConversionRate), TableCell.Money(drop.Factors.RevenuePerConversion));
        }

        return table;
    }
}
