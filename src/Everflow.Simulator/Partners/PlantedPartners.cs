using static PromptLab.Simulator.Planted;

namespace PromptLab.Simulator.Partners;

/// <summary>The catalogue's partners and those who stand for a situation.</summary>
internal static class PlantedPartners
{
    private const double Scripted = 0;
    private static readonly DateOnly Long = new(2021, 5, 3);

    public static IReadOnlyList<Partner> All(DateOnly today) =>
    [
        new(PremiumTrafficPartners, "Premium Traffic Partners", PartnerStatus.Active, 11, ["Search"], 6, Long),
        new(GlobalMediaNetwork, "Global Media Network", PartnerStatus.Active, 12, ["Display"], 5, Long),
        new(DigitalMarketingPro, "Digital Marketing Pro", PartnerStatus.Active, 11, ["Email"], 4, Long),
        new(AffiliateMasters, "Affiliate Masters", PartnerStatus.Active, 13, ["Content"], 3, Long),
        new(TrafficBoosters, "Traffic Boosters Inc", PartnerStatus.Active, 14, ["Social"], 4, Long),
        Active(ShortNamePartner, "Media", 1),
        Active(ShortNameInsidePartner, "Alpha Media Group", 1),
        Active(DuplicateNamePartnerA, "Lakeside Leads", 1),
        Active(DuplicateNamePartnerB, "Lakeside Leads", 0.6),
        Active(AccentedNamePartner, "Étoile Réseau & Söhne", 1),
        Active(PausedPartner, "Brackwater Leads", Scripted),
        Active(Dropped49Partner, "Cinderpath Leads", Scripted),
        Active(Dropped50Partner, "Duskmere Leads", Scripted),
        Active(Dropped51Partner, "Emberlyn Leads", Scripted),
        Active(VanishedPartner, "Farrowgate Leads", Scripted),
        Active(NewPartner, "Gleamside Leads", Scripted) with { Created = today.AddDays(-6) },
        Active(RateCollapsedPartner, "Hollowick Leads", Scripted),
        Active(SmallBaselinePartner, "Ivystrand Leads", Scripted),
        Active(ZeroBaselinePartner, "Jadehurst Leads", Scripted),
        Active(OfferPausedPartner, "Kestrelby Leads", Scripted),
        Active(DefaultOverPartner, "Larkspur Clicks", Scripted),
        Active(Default51Partner, "Mossgate Clicks", Scripted),
        Active(Default50Partner, "Nettlebay Clicks", Scripted),
        Active(DefaultUnderPartner, "Oakhelm Clicks", Scripted),
        Active(FallbackPagePartner, "Pinecroft Clicks", Scripted),
        Active(TwoDefaultsPartner, "Quarrytop Clicks", Scripted),
        Active(InactivePartner, "Rushmere Ads", Scripted) with { Status = PartnerStatus.Inactive },
        Active(SuspendedPartner, "Saltmarsh Ads", Scripted) with { Status = PartnerStatus.Suspended },
        Active(PendingPartner, "Thistledown Ads", Scripted) with { Status = PartnerStatus.Pending },
        Active(HiddenPartner, "Underhill Ads", 0.8),
        Active(RejectedPartner, "Vellumgate Ads", 0.8),
        Active(ApplicantPartner, "Willowbend Ads", 0.8),
        Active(FraudulentPartner, "Yellowjack Push", 2),
        Active(HostileSubsPartner, "Zincwell Push", 1),
    ];

    private static Partner Active(int id, string name, double weight) => new(id, name, PartnerStatus.Active, 11 + id % 8, [], weight, Long);
}
