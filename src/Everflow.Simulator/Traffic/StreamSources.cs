using PromptLab.Simulator.LandingPages;
using PromptLab.Simulator.Offers;
using PromptLab.Simulator.Partners;
using PromptLab.Simulator.Randomness;
using PromptLab.Simulator.Visibility;

namespace PromptLab.Simulator.Traffic;

/// <summary>What streams are made from: the network as it was when it started.</summary>
internal sealed record StreamSources(
    int Seed, IReadOnlyList<Partner> Partners, IReadOnlyList<Offer> Offers, IReadOnlyList<LandingPage> LandingPages, VisibilityBook Visibility)
{
    public ILookup<int, LandingPage> ActivePages { get; } =
        LandingPages.Where(page => page.Status == LandingPageStatus.Active).ToLookup(page => page.OfferId);

    /// <summary>A hash of its own for each stream.</summary>
    public ulong SeedOf(int offerId, int partnerId, int pageId, int country, int copy)
    {
        var hash = SeededHash.Mix((ulong)(uint)Seed);
        hash = SeededHash.Of(hash, ((ulong)(uint)offerId << 32) | (uint)partnerId);
        return SeededHash.Of(hash, ((ulong)(uint)pageId << 24) | ((ulong)(uint)country << 8) | (uint)copy);
    }
}
