using Microsoft.Extensions.Options;
using PromptLab.Everflow.Transport;
using PromptLab.Everflow.Wire;

namespace PromptLab.Everflow.Applications;

/// <summary><c>/networks/applicationstable</c> and <c>/networks/applications</c>.</summary>
public sealed class ApplicationsClient
{
    private readonly EverflowGateway _gateway;
    private readonly int _pageSize;

    internal ApplicationsClient(EverflowGateway gateway, IOptions<EverflowOptions> options)
    {
        _gateway = gateway;
        _pageSize = options.Value.PageSize;
    }

    /// <summary>All applications that meet the conditions.</summary>
    /// <exception cref="EverflowException">Any failure.</exception>
    public Task<IReadOnlyList<OfferApplication>> ListAsync(ApplicationQuery query, CancellationToken cancellationToken)
    {
        var search = ApplicationSearchWire.Of(query);
        return ListPages.ReadAsync(page => PageAsync(search, page, cancellationToken), static application => application.Id, _pageSize);
    }

    /// <summary>Approves or rejects applications. Sent once, never repeated.</summary>
    /// <param name="sendMail">Whether the network tells the partners.</param>
    /// <exception cref="EverflowException">Any failure; after <see cref="EverflowFailure.Timeout"/> and
    /// <see cref="EverflowFailure.Unavailable"/> read the state before trying again.</exception>
    public Task DecideAsync(IReadOnlyList<int> ids, bool approve, bool sendMail, CancellationToken cancellationToken) =>
        _gateway.WriteAsync(
            ApiCall.Patch(
                "applications.decide",
                "networks/applications",
                ApplicationPatchWire.Of(ids, approve, sendMail),
                WireJson.Default.ApplicationPatchWire),
            cancellationToken);

    private Task<ListPage<OfferApplication>> PageAsync(ApplicationSearchWire search, int page, CancellationToken cancellationToken) =>
        _gateway.ReadAsync(
            ApiCall.Post(
                "applications.list",
                $"networks/applicationstable?page={page}&page_size={_pageSize}",
                search,
                WireJson.Default.ApplicationSearchWire),
            WireJson.Default.ApplicationPageWire,
            static reply => ListPage<OfferApplication>.Of(reply.Applications, application => application.ToApplication(), reply.Paging),
            cancellationToken);
}
