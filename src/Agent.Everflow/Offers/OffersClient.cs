using Microsoft.Extensions.Options;
using PromptLab.Everflow.Transport;
using PromptLab.Everflow.Wire;

namespace PromptLab.Everflow.Offers;

/// <summary><c>/networks/offers</c> and <c>/networks/offerstable</c>.</summary>
public sealed class OffersClient
{
    private readonly EverflowGateway _gateway;
    private readonly int _pageSize;

    internal OffersClient(EverflowGateway gateway, IOptions<EverflowOptions> options)
    {
        _gateway = gateway;
        _pageSize = options.Value.PageSize;
    }

    /// <summary>One offer, or null when the id is unknown.</summary>
    /// <exception cref="EverflowException">Any other failure.</exception>
    public Task<Offer?> FindAsync(int id, CancellationToken cancellationToken) =>
        _gateway.FindAsync(
            ApiCall.Get("offers.find", $"networks/offers/{id}"), WireJson.Default.OfferWire, static offer => offer.ToOffer(), cancellationToken);

    /// <summary>Offers of any status whose name contains a text or whose id it is; null gives all.</summary>
    /// <exception cref="EverflowException">Any failure.</exception>
    public Task<IReadOnlyList<Offer>> SearchAsync(string? name, CancellationToken cancellationToken)
    {
        var search = TableSearchWire.ByName(name);
        return ListPages.ReadAsync(page => PageAsync(search, page, cancellationToken), static offer => offer.Id, _pageSize);
    }

    private Task<ListPage<Offer>> PageAsync(TableSearchWire search, int page, CancellationToken cancellationToken) =>
        _gateway.ReadAsync(
            ApiCall.Post("offers.search", $"networks/offerstable?page={page}&page_size={_pageSize}", search, WireJson.Default.TableSearchWire),
            WireJson.Default.OfferPageWire,
            static reply => ListPage<Offer>.Of(reply.Offers, offer => offer.ToOffer(), reply.Paging),
            cancellationToken);
}
