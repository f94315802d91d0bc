using PromptLab.Everflow.Transport;
using PromptLab.Everflow.Wire;

namespace PromptLab.Everflow.Visibility;

/// <summary>Which partners may run an offer.</summary>
public sealed class VisibilityClient
{
    private readonly EverflowGateway _gateway;

    internal VisibilityClient(EverflowGateway gateway) => _gateway = gateway;

    /// <summary>What is set for single partners on an offer, or null when the offer is unknown.</summary>
    /// <exception cref="EverflowException">Any other failure.</exception>
    public Task<OfferPartners?> GetAsync(int offerId, CancellationToken cancellationToken) =>
        _gateway.FindAsync(
            ApiCall.Get("visibility.get", $"networks/offers/{offerId}/visibility"),
            WireJson.Default.OfferPartnersWire,
            static reply => reply.ToOfferPartners(),
            cancellationToken);

    /// <summary>
    /// Sets one partner on one offer and leaves all others as they are. (The call of the offer's own resource overwrites
    /// the settings of everybody who is not in its list, and is therefore not offered here.) Sent once, never repeated.
    /// </summary>
    /// <exception cref="EverflowException">Any failure; after <see cref="EverflowFailure.Timeout"/> and
    /// <see cref="EverflowFailure.Unavailable"/> read the state before trying again.</exception>
    public Task SetAsync(int partnerId, int offerId, PartnerVisibility visibility, CancellationToken cancellationToken) =>
        _gateway.WriteAsync(
            ApiCall.Patch(
                "visibility.set",
                $"networks/affiliates/{partnerId}/offers/visibility",
                new PartnerVisibilityWire { NetworkOfferIds = [offerId], VisibilityType = Name(visibility) },
                WireJson.Default.PartnerVisibilityWire),
            cancellationToken);

    private static string Name(PartnerVisibility visibility) => visibility switch
    {
        PartnerVisibility.Visible => "visible",
        PartnerVisibility.Hidden => "hidden",
        PartnerVisibility.Rejected => "rejected",
        _ => throw new ArgumentOutOfRangeException(nameof(visibility)),
    };
}
