using Microsoft.Extensions.Options;
using PromptLab.Everflow.Transport;
using PromptLab.Everflow.Wire;

namespace PromptLab.Everflow.LandingPages;

/// <summary><c>/networks/offerurls</c>.</summary>
public sealed class LandingPagesClient
{
    private readonly EverflowGateway _gateway;
    private readonly int _pageSize;

    internal LandingPagesClient(EverflowGateway gateway, IOptions<EverflowOptions> options)
    {
        _gateway = gateway;
        _pageSize = options.Value.PageSize;
    }

    /// <summary>One landing page, or null when the id is unknown.</summary>
    /// <exception cref="EverflowException">Any other failure.</exception>
    public Task<LandingPage?> FindAsync(int id, CancellationToken cancellationToken) =>
        _gateway.FindAsync(
            ApiCall.Get("landing_pages.find", $"networks/offerurls/{id}"),
            WireJson.Default.LandingPageWire,
            static page => page.ToLandingPage(),
            cancellationToken);

    /// <summary>Landing pages of any status, of one offer or, with null, of all.</summary>
    /// <exception cref="EverflowException">Any failure.</exception>
    public Task<IReadOnlyList<LandingPage>> ListAsync(int? offerId, CancellationToken cancellationToken)
    {
        var filter = offerId is { } id ? $"&filter=network_offer_id%3D{id}" : "";
        return ListPages.ReadAsync(page => PageAsync(filter, page, cancellationToken), static page => page.Id, _pageSize);
    }

    private Task<ListPage<LandingPage>> PageAsync(string filter, int page, CancellationToken cancellationToken) =>
        _gateway.ReadAsync(
            ApiCall.Get("landing_pages.list", $"networks/offerurls?page={page}&page_size={_pageSize}{filter}"),
            WireJson.Default.LandingPagePageWire,
            static reply => ListPage<LandingPage>.Of(reply.Urls, page => page.ToLandingPage(), reply.Paging),
            cancellationToken);
}
