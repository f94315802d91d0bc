using PromptLab.Everflow.TrackingLinks;

namespace PromptLab.Workflows.TrackingLinks;

/// <summary>Asks the network for the link of a request.</summary>
internal static class LinkMaker
{
    public static Task<string> CreateAsync(this TrackingLinksClient links, PartnerLinkRequest request, CancellationToken cancellationToken) =>
        links.CreateAsync(
            new TrackingLinkRequest(request.PartnerId, request.OfferId, request.LandingPageId)
            {
                Sub1 = request.Subs.GetValueOrDefault("sub1"),
                Sub2 = request.Subs.GetValueOrDefault("sub2"),
                Sub3 = request.Subs.GetValueOrDefault("sub3"),
                Sub4 = request.Subs.GetValueOrDefault("sub4"),
                Sub5 = request.Subs.GetValueOrDefault("sub5"),
            },
            cancellationToken);
}
