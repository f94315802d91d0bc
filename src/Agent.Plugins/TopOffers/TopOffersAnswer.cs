using PromptLab.Plugins.Rendering;
using PromptLab.Plugins.Tools;
using PromptLab.Workflows.TopOffers;

namespace PromptLab.Plugins.TopOffers;

internal static class TopOffersAnswer
{
    // A rate over fewer conversions than this says little.
    private const int FewConversions = 20;

    public static ToolOutcome Render(ResolvedRequest resolved, TopOffersRequest request, TopOffersResult result, string currency)
    {
        var answer = new AnswerText(resolved);
        if (!result.IsComplete)
        {
            answer.Warn("Everflow left rows out of this report because it is too large, so offers may be missing.");
        }

        if (result.Ranked.Count == 0)
        {
            answer.Say(Nothing(request, result));
            return answer.Finish(result);
        }

        var shown = result.Ranked.Take(request.Top).ToArray();
        answer.Say(First(shown[0], request.SortBy, currency));
        answer.Table("Top offers", Table(shown, currency));
        Remarks(answer, request, result, shown);
        answer.Show("offer", shown[0].Id, shown[0].Name);
        return answer.Finish(result with { Ranked = shown, Below = result.Ranked.Count - shown.Length });
    }

    private static void Remarks(AnswerText answer, TopOffersRequest request, TopOffersResult result, OfferFigures[] shown)
    {
        if (request.SortBy is OfferSortKey.Cvr or OfferSortKey.Epc && shown.Count(offer => offer.Metrics.Conversions < FewConversions) is > 0 and var few)
        {
            answer.Say($"{few} of these {(few == 1 ? "rests" : "rest")} on fewer than {FewConversions} conversions; ask for a minimum to leave such offers out.");
        }

        if (result.Ranked.Count > shown.Length)
        {
            answer.Say($"{Figures.Count(result.Ranked.Count - shown.Length)} more offers rank below.");
        }

        if (result.LeftOut > 0 && request.MinConversions > 0)
        {
            answer.Say($"{Figures.Count(result.LeftOut)} offers with fewer than {Figures.Count(request.MinConversions)} conversions are left out.");
        }
    }

    private static string Nothing(TopOffersRequest request, TopOffersResult result)
    {
        var place = request.Country is { } country ? $" in {country.Name}" : "";
        return result.LeftOut == 0
            ? $"No offer had traffic{place} in this period."
            : $"None of the {Figures.Count(result.LeftOut)} offers with traffic{place} has {Figures.Count(request.MinConversions)} conversions; a lower minimum would list them.";
    }

    private static string First(OfferFigures offer, OfferSortKey key, string currency)
    {
        var (name, value) = key switch
        {
            OfferSortKey.Conversions => ("conversions", Figures.Count(offer.Metrics.Conversions)),
            OfferSortKey.Revenue => ("revenue", Figures.Money(offer.Metrics.Revenue, currency)),
            OfferSortKey.Payout => ("payout", Figures.Money(offer.Metrics.Payout, currency)),
            OfferSortKey.Profit => ("profit", Figures.Money(offer.Metrics.Profit, currency)),
            OfferSortKey.Cvr => ("CVR", Figures.Percent(offer.Cvr)),
            OfferSortKey.Epc => ("EPC", Figures.Money(offer.Epc ?? 0, currency)),
            _ => ("clicks", Figures.Count(offer.Metrics.Clicks)),
        };
        return $"**{MarkdownText.Escape(offer.Name)} ({offer.Id})** is first by {name}: {value}.";
    }

    private static AnswerTable Table(OfferFigures[] offers, string currency)
    {
        var table = new AnswerTable(
            new("rank", "#", "count"), new("offer_id", "Id", "id"), new("offer", "Offer", "text"), new("conversions", "Conversions", "count"),
            new("clicks", "Clicks", "count"), new("cvr", "CVR", "percent"), new("revenue", $"Revenue ({currency})", "money"),
            new("payout", $"Payout ({currency})", "money"), new("profit", $"Profit ({currency})", "money"), new("epc", $"EPC ({currency})", "money"));
        for (var at = 0; at < offers.Length; at++)
        {
            var offer = offers[at];
            table.Add(
                TableCell.Count(at + 1), TableCell.Id(offer.Id), TableCell.Of(offer.Name), TableCell.Count(offer.Metrics.Conversions),
                TableCell.Count(offer.Metrics.Clicks), TableCell.Percent(offer.Cvr), TableCell.Money(offer.Metrics.Revenue),
                TableCell.Money(offer.Metrics.Payout), TableCell.Money(offer.Metrics.Profit), TableCell.Amount(offer.Epc));
        }

        return table;
    }
}
