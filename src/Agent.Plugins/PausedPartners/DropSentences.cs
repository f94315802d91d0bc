using System.Globalization;
using PromptLab.Plugins.Arguments;
using PromptLab.Plugins.Rendering;
using PromptLab.Workflows.PausedPartners;

namespace PromptLab.Plugins.PausedPartners;

/// <summary>Why a partner fell, in words.</summary>
internal static class DropSentences
{
    public static string Of(PausedPartner partner, string currency)
    {
        var drop = partner.Drop;
        var first = drop.Now.Revenue <= 0 && drop.Now.Clicks == 0 ? "no traffic at all any more" : Factors(drop, currency);
        return $"**{MarkdownText.Escape(drop.Partner.Name)} ({drop.Partner.Id})** {Figures.SignedPercent(drop.Change)}: {first}."
            + (partner.Explanation is { } explanation ? Carriers(explanation) + Stopped(explanation) : "");
    }

    public static string Percent(decimal percent) => string.Create(CultureInfo.InvariantCulture, $"{percent:0.##} %");

    /// <summary>The factor that took most first; what took nothing is not mentioned.</summary>
    private static string Factors(PartnerDrop drop, string currency)
    {
        (string Name, decimal Lost)[] factors =
        [
            ("clicks", drop.Factors.Clicks), ("conversion rate", drop.Factors.ConversionRate), ("revenue per conversion", drop.Factors.RevenuePerConversion),
        ];
        return string.Join(", ", factors.Where(factor => factor.Lost != 0).OrderByDescending(factor => factor.Lost)
            .Select(factor => $"{factor.Name} {Figures.SignedMoney(-factor.Lost, currency)}"));
    }

    private static string Carriers(DropExplanation explanation) =>
        List("offer", explanation.Offers) + List("landing page", explanation.LandingPages) + List("country", explanation.Countries, "countries");

    private static string List(string noun, IReadOnlyList<DropCarrier> carriers, string? plural = null) => carriers.Count == 0
        ? ""
        : $" By {(carriers.Count == 1 ? noun : plural ?? noun + "s")}: {string.Join(", ", carriers.Select(Text))}.";

    private static string Text(DropCarrier carrier) =>
        $"{MarkdownText.Escape(carrier.Name)}{(carrier.Id is > 0 and var id ? $" ({id})" : "")} {Figures.Percent(carrier.Share, 1)}";

    private static string Stopped(DropExplanation explanation) => string.Concat(explanation.StoppedOffers.Select(offer =>
        $" Offer {MarkdownText.Escape(offer.Name)} ({offer.Id}) is {offer.Status}{(offer.ChangedOn is { } day ? $" (last changed {PeriodArgument.Iso(day)})" : "")}."));
}
