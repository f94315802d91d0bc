using PromptLab.Everflow;
using PromptLab.Everflow.TrackingLinks;

namespace PromptLab.Workflows.TrackingLinks;

/// <summary>Asks the network for the link of a request.</summary>
internal static class LinkMaker
{
    /// <summary>What the quota turned away was not done, so it is sent once more; the client waits for its turn before that.</summary>
    public static async Task<string> CreateAsync(this TrackingLinksClient links, PartnerLinkRequest request, CancellationToken cancellationToken)
    {
        var wanted = new TrackingLinkRequest(request.PartnerId, request.OfferId, request.LandingPageId)
        {
            Sub1 = request.Subs.GetValueOrDefault("sub1"),
            Sub2 = request.Subs.GetValueOrDefault("sub2"),
            Sub3 = request.Subs.GetValueOrDefault("sub3"),
            Sub4 = request.Subs.GetValueOrDefault("sub4"),
            Sub5 = request.Subs.GetValueOrDefault("sub5"),
        };
        try
        {
            return await links.CreateAsync(wanted, cancellationToken);
        }
        catch (EverflowException exception) when (exception.Kind == EverflowFailure.RateLimited)
        {
            return await links.CreateAsync(wanted, cancellationToken);
        }
    }
}
