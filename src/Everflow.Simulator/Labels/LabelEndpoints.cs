using Microsoft.AspNetCore.Http.HttpResults;
using PromptLab.Simulator.Wire;

namespace PromptLab.Simulator.Labels;

/// <summary>Labels are one namespace over partners, advertisers and offers.</summary>
internal static class LabelEndpoints
{
    public static void MapLabels(this IEndpointRouteBuilder networks)
    {
        networks.MapGet("/labels", (SimulatedNetwork network) => TypedResults.Ok(new LabelListReply([.. All(network)])));
        networks.MapGet("/labels/{label}", Find);
    }

    private static Ok<LabelPayload> Find(SimulatedNetwork network, string label) =>
        All(network).FirstOrDefault(candidate => candidate.Label.Equals(label, StringComparison.OrdinalIgnoreCase)) is { } found
            ? TypedResults.Ok(found)
            : throw RefusedException.NotFound();

    private static IEnumerable<LabelPayload> All(SimulatedNetwork network)
    {
        var advertisers = network.Advertisers.Values.SelectMany(advertiser => advertiser.Labels, (advertiser, label) => (label, advertiser.Id)).ToLookup(entry => entry.label, entry => entry.Id);
        var partners = network.PartnerList.SelectMany(partner => partner.Labels, (partner, label) => (label, partner.Id)).ToLookup(entry => entry.label, entry => entry.Id);
        var offers = network.OfferList.SelectMany(offer => offer.Labels, (offer, label) => (label, offer.Id)).ToLookup(entry => entry.label, entry => entry.Id);
        return advertisers.Select(group => group.Key).Concat(partners.Select(group => group.Key)).Concat(offers.Select(group => group.Key))
            .Distinct().Order(StringComparer.Ordinal)
            .Select(label => new LabelPayload(label, [.. advertisers[label].Order()], [.. partners[label].Order()], [], [.. offers[label].Order()], []));
    }

    private sealed record LabelListReply(IReadOnlyList<LabelPayload> Labels);

    private sealed record LabelPayload(
        string Label,
        IReadOnlyList<int> AdvertiserIds,
        IReadOnlyList<int> AffiliateIds,
        IReadOnlyList<int> CampaignIds,
        IReadOnlyList<int> OfferIds,
        IReadOnlyList<int> OfferGroupIds);
}
