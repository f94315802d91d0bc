using PromptLab.Simulator.Offers;
using PromptLab.Simulator.Partners;
using PromptLab.Simulator.Randomness;

namespace PromptLab.Simulator.Visibility;

/// <summary>The settings that a network starts with.</summary>
internal static class VisibilityList
{
    public static Dictionary<(int Offer, int Partner), PartnerVisibility> Create(int seed, IReadOnlyList<Offer> offers, IReadOnlyList<Partner> partners)
    {
        var settings = new Dictionary<(int, int), PartnerVisibility>();
        var choices = partners.Where(partner => partner.Weight > 0 && partner.Id <= 999).ToArray();
        foreach (var offer in offers)
        {
            var dice = Dice.For(seed, "visibility", offer.Id);
            var (setting, count) = offer.Visibility == OfferVisibility.Public
                ? (PartnerVisibility.Hidden, dice.Chance(0.1) ? dice.Whole(1, 3) : 0)
                : (PartnerVisibility.Visible, dice.Whole(6, 16));
            if (offer.Id <= Planted.NewYearDeal && setting == PartnerVisibility.Hidden) continue;
            foreach (var partner in dice.PickMany(choices, count)) settings[(offer.Id, partner.Id)] = setting;
        }
        foreach (var (key, setting) in PlantedSettings) settings[key] = setting;
        settings.Remove((Planted.RequireApprovalOffer, Planted.ApplicantPartner));
        return settings;
    }

    private static IReadOnlyList<((int Offer, int Partner) Key, PartnerVisibility Setting)> PlantedSettings { get; } =
    [
        ((Planted.HolidaySpecial, Planted.PremiumTrafficPartners), PartnerVisibility.Visible),
        ((Planted.HolidaySpecial, Planted.AffiliateMasters), PartnerVisibility.Visible),
        ((Planted.WinterCampaign, Planted.GlobalMediaNetwork), PartnerVisibility.Visible),
        ((Planted.WinterCampaign, Planted.DigitalMarketingPro), PartnerVisibility.Visible),
        ((Planted.EvergreenOfferA, Planted.HiddenPartner), PartnerVisibility.Hidden),
        ((Planted.EvergreenOfferA, Planted.RejectedPartner), PartnerVisibility.Rejected),
    ];
}
