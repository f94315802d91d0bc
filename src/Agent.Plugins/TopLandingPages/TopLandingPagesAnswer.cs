using PromptLab.Everflow.Offers;
using PromptLab.Plugins.Rendering;
using PromptLab.Plugins.Tools;
using PromptLab.Workflows.TopLandingPages;

namespace PromptLab.Plugins.TopLandingPages;

/// <summary>Renders a landing page ranking: what the figures show, and no more than they show.</summary>
internal sealed class TopLandingPagesAnswer(ResolvedRequest resolved, TopLandingPagesRequest request, TopLandingPagesResult result, string currency)
{
    private readonly AnswerText _answer = new(resolved);

    public ToolOutcome Render()
    {
        if (result.IsAllCountries)
        {
            _answer.Warn($"There was no traffic in {request.Country!.Name} in this period. These are the figures of all countries.");
        }

        if (!result.IsComplete)
        {
            _answer.Warn("Everflow left rows out of this report because it is too large, so figures may be too low.");
        }

        RenderVerdict();
        var listed = result.Ranked.Take(request.Top).ToArray();
        return _answer.Finish(result with { Ranked = listed, Below = result.Ranked.Count - listed.Length });
    }

    private void RenderVerdict()
    {
        switch (result.Verdict)
        {
            case LandingPageVerdict.NoTraffic none:
                _answer.Say(NoTraffic(none.Status));
                break;
            case LandingPageVerdict.TooLittleData:
                new TooLittleDataAnswer(request, result).AddTo(_answer);
                break;
            case LandingPageVerdict.SinglePage:
                Single(result.Ranked.Concat(result.LeftOut).First());
                break;
            default:
                Ranking();
                break;
        }
    }

    private void Ranking()
    {
        var shown = result.Ranked.Take(request.Top).ToArray();
        _answer.Say(LandingPageSentences.Verdict(result));
        _answer.Table("Top landing pages", LandingPageTable.Of(shown, request.Metrics, currency));
        _answer.Show("landing_page", result.Ranked[0].Id, result.Ranked[0].Name);
        if (result.Ranked.Count > shown.Length)
        {
            _answer.Say($"{Figures.Count(result.Ranked.Count - shown.Length)} more with enough conversions rank below.");
        }

        if (result.LeftOut.Count > 0)
        {
            _answer.Say(LandingPageSentences.LeftOut(result.LeftOut.Count, request.MinConversions));
        }
    }

    private void Single(LandingPageFigures page)
    {
        _answer.Say($"Only one landing page had traffic in this period, so there is nothing to compare {LandingPageSentences.Title(page)} with.");
        _answer.Table("Landing page", LandingPageTable.Of([page], request.Metrics, currency));
        _answer.Show("landing_page", page.Id, page.Name);
    }

    private string NoTraffic(OfferStatus? status)
    {
        var offer = $"{MarkdownText.Escape(request.OfferName)} ({request.OfferId})";
        return status switch
        {
            OfferStatus.Active => $"{offer} had no traffic in this period. The offer is active, so check whether partners have it and their links work.",
            OfferStatus.Paused => $"{offer} had no traffic in this period. The offer is paused.",
            OfferStatus.Pending => $"{offer} had no traffic in this period. The offer is still pending.",
            OfferStatus.Deleted => $"{offer} had no traffic in this period. The offer is deleted.",
            _ => $"{offer} had no traffic in this period. Everflow does not tell the offer's status.",
        };
    }
}
