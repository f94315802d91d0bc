namespace PromptLab.Simulator;

/// <summary>Ids of what is put into the network on purpose; <c>docs/simulator.md</c> tells each story with its figures.</summary>
public static class Planted
{
    // The catalogue that questions are asked about.
    public const int PremiumTrafficPartners = 12345;
    public const int GlobalMediaNetwork = 23456;
    public const int DigitalMarketingPro = 34567;
    public const int AffiliateMasters = 45678;
    public const int TrafficBoosters = 56789;
    public const int SummerPromo = 1001;
    public const int HolidaySpecial = 1002;
    public const int EvergreenOfferA = 1003;
    public const int WinterCampaign = 1004;
    public const int NewYearDeal = 1005;
    public const int SummerPageV2 = 5001;
    public const int SummerPageV1 = 5002;
    public const int HolidayMainPage = 5003;
    public const int GenericOfferPage = 5004;

    /// <summary>Advertiser of the catalogue and of some thirty other offers; it carries <see cref="InternalLabel"/>.</summary>
    public const int InternalAdvertiser = 301;
    public const string InternalLabel = "Advertiser_Internal";

    // Landing pages: the catalogue's 1001 has a clear winner, 1002 a single page.
    /// <summary>Two pages a day at 1,000 clicks with 30 and 31 conversions: no real gap within 30 days.</summary>
    public const int TieOffer = 1101;
    public const int TiePageA = 5101;
    public const int TiePageB = 5102;
    /// <summary>Two pages with exactly the same figures: 500 clicks and 15 conversions a day.</summary>
    public const int EqualOffer = 1102;
    public const int EqualPageA = 5103;
    public const int EqualPageB = 5104;
    /// <summary>Two pages with 12 and 6 conversions in any 30 days.</summary>
    public const int TooLittleDataOffer = 1103;
    public const int TooLittleDataPageA = 5105;
    public const int TooLittleDataPageB = 5106;
    /// <summary>Active, and nobody ever clicked.</summary>
    public const int NoTrafficOffer = 1104;
    public const int NoTrafficPage = 5107;

    // Offers whose state matters.
    public const int PausedOffer = 1105;
    public const int DeletedOffer = 1106;
    public const int PrivateOffer = 1107;
    public const int RequireApprovalOffer = 1108;
    /// <summary>Its name is an instruction to a model.</summary>
    public const int InstructionOffer = 1109;
    /// <summary>Two offers with one name.</summary>
    public const int DuplicateNameOfferA = 1110;
    public const int DuplicateNameOfferB = 1111;
    /// <summary>"Solar Check" and "Solar Check Plus".</summary>
    public const int PrefixNameOffer = 1112;
    public const int PrefixNameLongerOffer = 1113;
    /// <summary>Scrubs every fifth conversion or so.</summary>
    public const int ThrottledOffer = 1114;
    /// <summary>Pays an event, "Deposit", on top of the conversion.</summary>
    public const int EventOffer = 1115;
    /// <summary>Paused four days ago; <see cref="OfferPausedPartner"/> ran nothing else.</summary>
    public const int RecentlyPausedOffer = 1116;
    /// <summary>Carries the partners of the paused-partner check: fixed price, 6.00 payout and 10.00 revenue.</summary>
    public const int SteadyOffer = 1117;
    public const int SteadyPage = 5108;
    /// <summary>Carries the default-page traffic of yesterday.</summary>
    public const int DefaultTrafficOffer = 1118;
    public const int SecondDefaultTrafficOffer = 1119;
    /// <summary>Has a landing page named "Fallback Screen".</summary>
    public const int FallbackPageOffer = 1120;
    public const int FallbackPage = 5109;
    /// <summary>Active, public, with a page that is paused and one that is deleted beside the active one.</summary>
    public const int PageStatesOffer = 1121;
    public const int PageStatesActivePage = 5110;
    public const int PageStatesPausedPage = 5111;
    public const int PageStatesDeletedPage = 5112;
    public const int PendingOffer = 1122;

    // Partners of the paused-partner check: the last 3 full days against the same weekdays a week earlier.
    /// <summary>−85 %: clicks fell.</summary>
    public const int PausedPartner = 150;
    /// <summary>−49 %: no alert.</summary>
    public const int Dropped49Partner = 151;
    /// <summary>Exactly −50 %: no alert.</summary>
    public const int Dropped50Partner = 152;
    /// <summary>−51 %: alert.</summary>
    public const int Dropped51Partner = 153;
    /// <summary>−100 %: nothing for three full days.</summary>
    public const int VanishedPartner = 154;
    /// <summary>Six days old, with a drop that must not count.</summary>
    public const int NewPartner = 155;
    /// <summary>−80 %: same clicks, the conversion rate collapsed.</summary>
    public const int RateCollapsedPartner = 156;
    /// <summary>−100 % from 60.00 revenue: under the minimum of 100, over one of 5 conversions.</summary>
    public const int SmallBaselinePartner = 157;
    /// <summary>Nothing a week ago, traffic now.</summary>
    public const int ZeroBaselinePartner = 158;
    /// <summary>−100 % because <see cref="RecentlyPausedOffer"/> was paused.</summary>
    public const int OfferPausedPartner = 159;

    // Partners of the default-page check: clicks of yesterday.
    /// <summary>73 clicks on <see cref="DefaultTrafficOffer"/>.</summary>
    public const int DefaultOverPartner = 160;
    /// <summary>51 clicks: just over.</summary>
    public const int Default51Partner = 161;
    /// <summary>50 clicks: not over.</summary>
    public const int Default50Partner = 162;
    /// <summary>49 clicks: under.</summary>
    public const int DefaultUnderPartner = 163;
    /// <summary>64 clicks on <see cref="FallbackPage"/>: found by its name.</summary>
    public const int FallbackPagePartner = 164;
    /// <summary>120 and 80 clicks on two offers: one entry of 200.</summary>
    public const int TwoDefaultsPartner = 165;

    // Partners who may not run, or not everything.
    public const int InactivePartner = 170;
    /// <summary>Blocked: suspended by the network.</summary>
    public const int SuspendedPartner = 171;
    public const int PendingPartner = 172;
    /// <summary>Hidden from <see cref="EvergreenOfferA"/>, which is public.</summary>
    public const int HiddenPartner = 173;
    /// <summary>Rejected on <see cref="EvergreenOfferA"/>, which is public.</summary>
    public const int RejectedPartner = 174;
    /// <summary>Applied to <see cref="RequireApprovalOffer"/>; the application is pending.</summary>
    public const int ApplicantPartner = 175;
    public const int PendingApplication = 1;

    // Names.
    public const int ShortNamePartner = 130;
    public const int ShortNameInsidePartner = 131;
    public const int DuplicateNamePartnerA = 140;
    public const int DuplicateNamePartnerB = 141;
    public const int AccentedNamePartner = 142;

    // Conversions that went wrong.
    /// <summary>A third of its conversions is invalid or rejected, many within seconds and from the same addresses.</summary>
    public const int FraudulentPartner = 180;
    /// <summary>Its sub1 values begin like spreadsheet formulas, its sub2 holds an instruction to a model.</summary>
    public const int HostileSubsPartner = 181;
}
