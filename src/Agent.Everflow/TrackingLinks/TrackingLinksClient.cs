using PromptLab.Everflow.Transport;
using PromptLab.Everflow.Wire;

namespace PromptLab.Everflow.TrackingLinks;

/// <summary><c>/networks/tracking/offers/clicks</c>.</summary>
public sealed class TrackingLinksClient
{
    private readonly EverflowGateway _gateway;

    internal TrackingLinksClient(EverflowGateway gateway) => _gateway = gateway;

    /// <summary>The network's own link, as given. Sent once, never repeated.</summary>
    /// <exception cref="EverflowException"><see cref="EverflowFailure.BadRequest"/> when the partner may not run the offer or the
    /// landing page is another offer's; otherwise any failure.</exception>
    public Task<string> CreateAsync(TrackingLinkRequest request, CancellationToken cancellationToken) =>
        _gateway.WriteAsync(
            ApiCall.Post(
                "tracking_links.create",
                "networks/tracking/offers/clicks",
                TrackingLinkRequestWire.Of(request),
                WireJson.Default.TrackingLinkRequestWire),
            WireJson.Default.TrackingLinkWire,
            static reply => reply.ToLink(),
            cancellationToken);
}
