using Microsoft.Extensions.Options;
using PromptLab.Everflow.LandingPages;
using PromptLab.Everflow.Offers;
using PromptLab.Everflow.Partners;

namespace PromptLab.Workflows.Entities;

/// <summary>
/// Offers, partners and landing pages of the network by id and name, kept for minutes. What is not on the shelf is asked of
/// Everflow once more before it counts as not found. Every method throws <see cref="Everflow.EverflowException"/> when
/// Everflow does not answer, which is another thing than not found.
/// </summary>
public sealed class Catalogue
{
    private readonly OffersClient _offersClient;
    private readonly PartnersClient _partnersClient;
    private readonly LandingPagesClient _pagesClient;
    private readonly CachedShelf<Offer> _offers;
    private readonly CachedShelf<Partner> _partners;
    private readonly CachedShelf<LandingPage> _pages;

    public Catalogue(
        OffersClient offers, PartnersClient partners, LandingPagesClient pages, IOptions<CatalogueOptions> options, TimeProvider clock)
    {
        (_offersClient, _partnersClient, _pagesClient) = (offers, partners, pages);
        var lifetime = options.Value.Lifetime;
        _offers = new(Shelving.Shelve, token => offers.SearchAsync(null, token), lifetime, clock);
        _partners = new(Shelving.Shelve, token => partners.SearchAsync(null, token), lifetime, clock);
        _pages = new(Shelving.Shelve, token => pages.ListAsync(null, token), lifetime, clock);
    }

    /// <summary>What a text means; a landing page of any offer.</summary>
    public ValueTask<EntityMatch> MatchAsync(EntityKind kind, string text, CancellationToken cancellationToken) => kind switch
    {
        EntityKind.Offer => MatchAsync(_offers, kind, text, FreshOffersAsync, cancellationToken),
        EntityKind.Partner => MatchAsync(_partners, kind, text, FreshPartnersAsync, cancellationToken),
        _ => MatchAsync(_pages, kind, text, FreshPagesAsync, cancellationToken),
    };

    /// <summary>What a text means among the living pages of one offer, or the page of another offer when it is that page's id.</summary>
    public async ValueTask<EntityMatch> MatchPageOfOfferAsync(string text, int offerId, CancellationToken cancellationToken)
    {
        var shelf = await _pages.GetAsync(cancellationToken);
        var match = MatchPage(shelf, text, offerId);
        if (match is not EntityMatch.NotFound)
        {
            return match;
        }

        shelf = _pages.Add(shelf, await _pagesClient.ListAsync(offerId, cancellationToken));
        return MatchPage(shelf, text, offerId);
    }

    /// <summary>Null when the network has no such offer.</summary>
    public async ValueTask<Offer?> FindOfferAsync(int id, CancellationToken cancellationToken)
    {
        var shelf = await _offers.GetAsync(cancellationToken);
        return shelf.Find(id) ?? _offers.Add(shelf, await ById(_offersClient.FindAsync(id, cancellationToken), offer => offer.Id == id)).Find(id);
    }

    /// <summary>Null when the network has no such partner.</summary>
    public async ValueTask<Partner?> FindPartnerAsync(int id, CancellationToken cancellationToken)
    {
        var shelf = await _partners.GetAsync(cancellationToken);
        return shelf.Find(id)
            ?? _partners.Add(shelf, await ById(_partnersClient.FindAsync(id, cancellationToken), partner => partner.Id == id)).Find(id);
    }

    /// <summary>Null when the network has no such page; the default page (id 0) is none.</summary>
    public async ValueTask<LandingPage?> FindPageAsync(int id, CancellationToken cancellationToken) =>
        (await _pages.GetAsync(cancellationToken)).Find(id);

    /// <summary>The pages of an offer that are not deleted.</summary>
    public async ValueTask<IReadOnlyList<LandingPage>> PagesOfOfferAsync(int offerId, CancellationToken cancellationToken) =>
        [.. PagesOf(await _pages.GetAsync(cancellationToken), offerId)];

    /// <summary>The names of a kind, for who looks for them in running text.</summary>
    public async ValueTask<NameRanking> NamesAsync(EntityKind kind, CancellationToken cancellationToken) => kind switch
    {
        EntityKind.Offer => (await _offers.GetAsync(cancellationToken)).Names,
        EntityKind.Partner => (await _partners.GetAsync(cancellationToken)).Names,
        _ => (await _pages.GetAsync(cancellationToken)).Names,
    };

    /// <summary>Looks offers up by words, asking Everflow's own search too.</summary>
    public async Task<NameSearch> SearchOffersAsync(string query, CancellationToken cancellationToken)
    {
        var shelf = await _offers.GetAsync(cancellationToken);
        var fresh = await _offersClient.SearchAsync(SearchWords.Longest(query, EntityKind.Offer) ?? query, cancellationToken);
        return NameSearch.Of(EntityKind.Offer, _offers.Add(shelf, fresh).Names, query, [.. fresh.Select(Shelving.Name)]);
    }

    /// <summary>Looks partners up by words, asking Everflow's own search too.</summary>
    public async Task<NameSearch> SearchPartnersAsync(string query, CancellationToken cancellationToken)
    {
        var shelf = await _partners.GetAsync(cancellationToken);
        var fresh = await _partnersClient.SearchAsync(SearchWords.Longest(query, EntityKind.Partner) ?? query, cancellationToken);
        return NameSearch.Of(EntityKind.Partner, _partners.Add(shelf, fresh).Names, query, [.. fresh.Select(Shelving.Name)]);
    }

    private static ValueTask<EntityMatch> MatchAsync<T>(
        CachedShelf<T> cache, EntityKind kind, string text, Func<string, CancellationToken, Task<IReadOnlyList<T>>> ask, CancellationToken cancellationToken)
        where T : class =>
        cache.TryGet(out var shelf) && shelf.Match(text) is not EntityMatch.NotFound and var match
            ? new ValueTask<EntityMatch>(match)
            : new ValueTask<EntityMatch>(MatchFreshAsync(cache, kind, text, ask, cancellationToken));

    private static async Task<EntityMatch> MatchFreshAsync<T>(
        CachedShelf<T> cache, EntityKind kind, string text, Func<string, CancellationToken, Task<IReadOnlyList<T>>> ask, CancellationToken cancellationToken)
        where T : class
    {
        var shelf = await cache.GetAsync(cancellationToken);
        var match = shelf.Match(text);
        return match is EntityMatch.NotFound && SearchWords.Longest(text, kind) is not null
            ? cache.Add(shelf, await ask(text, cancellationToken)).Match(text)
            : match;
    }

    private async Task<IReadOnlyList<Offer>> FreshOffersAsync(string text, CancellationToken cancellationToken) =>
        NameRanking.ReadId(text, EntityKind.Offer) is { } id
            ? await ById(_offersClient.FindAsync(id, cancellationToken), offer => offer.Id == id)
            : await _offersClient.SearchAsync(SearchWords.Longest(text, EntityKind.Offer) ?? text, cancellationToken);

    private async Task<IReadOnlyList<Partner>> FreshPartnersAsync(string text, CancellationToken cancellationToken) =>
        NameRanking.ReadId(text, EntityKind.Partner) is { } id
            ? await ById(_partnersClient.FindAsync(id, cancellationToken), partner => partner.Id == id)
            : await _partnersClient.SearchAsync(SearchWords.Longest(text, EntityKind.Partner) ?? text, cancellationToken);

    // The API has no search over landing pages, so all are read again.
    private async Task<IReadOnlyList<LandingPage>> FreshPagesAsync(string text, CancellationToken cancellationToken) =>
        [.. (await _pages.ReloadAsync(cancellationToken)).Items];

    private static async Task<IReadOnlyList<T>> ById<T>(Task<T?> finding, Func<T, bool> isAsked)
        where T : class =>
        await finding is { } found && isAsked(found) ? [found] : [];

    private static EntityMatch MatchPage(Shelf<LandingPage> shelf, string text, int offerId)
    {
        var own = new NameRanking(EntityKind.LandingPage, PagesOf(shelf, offerId).Select(Shelving.Name)).Match(text);
        return own is EntityMatch.NotFound && NameRanking.ReadId(text, EntityKind.LandingPage) is not null ? shelf.Match(text) : own;
    }

    private static IEnumerable<LandingPage> PagesOf(Shelf<LandingPage> shelf, int offerId) =>
        shelf.Items.Where(page => page.OfferId == offerId && !Shelving.IsGone(page)).OrderBy(page => page.Id);
}
