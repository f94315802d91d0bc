using PromptLab.Plugins.Rendering;
using PromptLab.Plugins.Tools;
using PromptLab.Workflows.Entities;

namespace PromptLab.Plugins.Arguments;

/// <summary>Reads a landing page together with its offer: a page named alone implies the offer, and a page of another offer is asked about.</summary>
internal sealed class LandingPageArgument(Catalogue catalogue, EntityArgument entities)
{
    private const string Argument = "landing_page";
    private const int MostChoices = 6;

    /// <summary>The offer and, when one was named, its page. Either is null when it is asked about.</summary>
    public async Task<(NamedEntity? Offer, NamedEntity? Page)> ReadAsync(RequestDraft draft, string missingOffer, CancellationToken cancellationToken)
    {
        var text = draft.Given.Text(Argument);
        if (text is null || draft.Given.Text("offer") is not null)
        {
            var offer = await entities.OfferAsync(draft, missingOffer, cancellationToken);
            return (offer, text is null || offer is null ? null : await OfOfferAsync(draft, text, offer, cancellationToken));
        }

        return await AloneAsync(draft, text, cancellationToken);
    }

    private async Task<NamedEntity?> OfOfferAsync(RequestDraft draft, string text, NamedEntity offer, CancellationToken cancellationToken)
    {
        var match = await catalogue.MatchPageOfOfferAsync(text, offer.Id, cancellationToken);
        if (match is not EntityMatch.Found { Entity: var found })
        {
            draft.Ask(
                Argument,
                $"{MarkdownText.Escape(offer.Name)} ({offer.Id}) has no single landing page “{MarkdownText.Escape(text)}”. Which page do you mean?",
                await ChoicesAsync(offer, cancellationToken));
            return null;
        }

        var page = await catalogue.FindPageAsync(found.Id, cancellationToken);
        if (page is null || page.OfferId == offer.Id)
        {
            return EntityArgument.Settle(draft, Argument, text, found);
        }

        draft.Ask(
            Argument,
            $"Landing page {MarkdownText.Escape(found.Name)} ({found.Id}) belongs to another offer ({page.OfferId}), "
            + $"not to {MarkdownText.Escape(offer.Name)} ({offer.Id}). Which page of that offer do you mean?",
            await ChoicesAsync(offer, cancellationToken));
        return null;
    }

    private async Task<(NamedEntity? Offer, NamedEntity? Page)> AloneAsync(RequestDraft draft, string text, CancellationToken cancellationToken)
    {
        var match = await catalogue.MatchAsync(EntityKind.LandingPage, text, cancellationToken);
        if (match is not EntityMatch.Found { Entity: var found }
            || await catalogue.FindPageAsync(found.Id, cancellationToken) is not { } page
            || await catalogue.FindOfferAsync(page.OfferId, cancellationToken) is not { } offer)
        {
            EntityArgument.Take(draft, EntityKind.LandingPage, Argument, text, match is EntityMatch.Found ? new EntityMatch.NotFound([]) : match);
            return (null, null);
        }

        EntityArgument.Settle(draft, "offer", text, new RankedEntity(offer.Id, offer.Name, found.Score, found.How));
        return (new NamedEntity(offer.Id, offer.Name), EntityArgument.Settle(draft, Argument, text, found));
    }

    private async Task<IEnumerable<ToolChoice>> ChoicesAsync(NamedEntity offer, CancellationToken cancellationToken) =>
        (await catalogue.PagesOfOfferAsync(offer.Id, cancellationToken)).Take(MostChoices)
            .Select(page => new ToolChoice(EntityArgument.Title(page.Id, page.Name), $"landing page {page.Id}"));
}
