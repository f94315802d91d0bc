using System.Globalization;
using PromptLab.Plugins.Alerts;
using PromptLab.Plugins.Arguments;
using PromptLab.Plugins.Rendering;
using PromptLab.Workflows.Alerts;
using PromptLab.Workflows.DefaultPages;
using PromptLab.Workflows.Entities;

namespace PromptLab.Plugins.DefaultPages;

/// <summary>Traffic on default pages in words and as a table of partners.</summary>
internal static class DefaultPageReports
{
    public static CheckReport Of(DefaultPageCheckResult result, int clickThreshold)
    {
        var day = PeriodArgument.Iso(result.Date);
        var clicks = Figures.Count(result.WastedClicks);
        var partners = result.Partners.Count == 1 ? "1 partner" : $"{Figures.Count(result.Partners.Count)} partners";
        return new CheckReport(
            $"{partners} with clicks on default landing pages ({day})",
            [$"{partners} sent {clicks} clicks to default landing pages on {day}.", .. Meanings(result)],
            [
                new AlertFact("Day", day),
                new AlertFact("Partners", Figures.Count(result.Partners.Count)),
                new AlertFact("Wasted clicks", clicks),
                new AlertFact("Reported", $"more than {Figures.Count(clickThreshold)} clicks"),
            ],
            Table(result));
    }

    private static IEnumerable<string> Meanings(DefaultPageCheckResult result)
    {
        var traffic = result.Partners.SelectMany(partner => partner.Traffic).ToLookup(traffic => traffic.Meaning);
        if (Sum(traffic[DefaultPageMeaning.BrokenLink]) is > 0 and var broken)
        {
            yield return $"{Figures.Count(broken)} of them reached the offer's own destination (page 0), so the links probably are broken: "
                + "they name no landing page, or one that is gone.";
        }

        if (Sum(traffic[DefaultPageMeaning.WrongSetup]) is > 0 and var wrong)
        {
            yield return $"{Figures.Count(wrong)} of them were led to a page that is named as a default, so the set-up probably is wrong: "
                + "the links work, and point to the wrong page.";
        }
    }

    private static long Sum(IEnumerable<DefaultPageTraffic> traffic) => traffic.Sum(one => one.Clicks);

    private static AnswerTable Table(DefaultPageCheckResult result)
    {
        var table = new AnswerTable(
            new("partner_id", "Id", "id"), new("partner", "Partner", "text"), new("clicks", "Wasted clicks", "count"),
            new("traffic", "Offer and landing page", "text"), new("meaning", "Likely meaning", "text"));
        foreach (var partner in result.Partners)
        {
            table.Add(
                TableCell.Id(partner.Partner.Id), TableCell.Of(partner.Partner.Name), TableCell.Count(partner.WastedClicks),
                TableCell.Of(string.Join("; ", partner.Traffic.Select(Text))), TableCell.Of(string.Join(", ", partner.Meanings.Select(Text))));
        }

        return table;
    }

    private static string Text(DefaultPageTraffic traffic) => $"{Text(traffic.Offer)} → {Text(traffic.LandingPage)}: {Figures.Count(traffic.Clicks)}";

    private static string Text(NamedEntity entity) => string.Create(CultureInfo.InvariantCulture, $"{entity.Name} ({entity.Id})");

    private static string Text(DefaultPageMeaning meaning) => meaning == DefaultPageMeaning.BrokenLink ? "broken link" : "wrong set-up";
}
