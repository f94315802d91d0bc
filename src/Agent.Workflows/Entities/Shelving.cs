using PromptLab.Everflow.LandingPages;
using PromptLab.Everflow.Offers;
using PromptLab.Everflow.Partners;

namespace PromptLab.Workflows.Entities;

/// <summary>How the network's entities are put on shelves: under which id and name, and which of them are gone.</summary>
internal static class Shelving
{
    public static Shelf<Offer> Shelve(IEnumerable<Offer> offers, DateTimeOffset at) => new(EntityKind.Offer, offers, Name, IsGone, at);

    public static Shelf<Partner> Shelve(IEnumerable<Partner> partners, DateTimeOffset at) =>
        new(EntityKind.Partner, partners, Name, _ => false, at);

    public static Shelf<LandingPage> Shelve(IEnumerable<LandingPage> pages, DateTimeOffset at) =>
        new(EntityKind.LandingPage, pages, Name, IsGone, at);

    public static NamedEntity Name(Offer offer) => new(offer.Id, offer.Name);

    public static NamedEntity Name(Partner partner) => new(partner.Id, partner.Name);

    public static NamedEntity Name(LandingPage page) => new(page.Id, page.Name);

    public static bool IsGone(Offer offer) => offer.Status == OfferStatus.Deleted;

    public static bool IsGone(LandingPage page) => page.Status == LandingPageStatus.Deleted;
}
