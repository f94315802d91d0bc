using PromptLab.Everflow.LandingPages;
using PromptLab.Everflow.Offers;
using PromptLab.Everflow.Partners;
using PromptLab.Everflow.Visibility;
using PromptLab.Workflows.TrackingLinks;

namespace PromptLab.Workflows.Tests.TrackingLinks;

public sealed class LinkAccessTests
{
    [Theory]
    [InlineData(OfferVisibility.Public, null, true)]
    [InlineData(OfferVisibility.Public, PartnerVisibility.Hidden, false)]
    [InlineData(OfferVisibility.Public, PartnerVisibility.Rejected, false)]
    [InlineData(OfferVisibility.RequireApproval, null, false)]
    [InlineData(OfferVisibility.RequireApproval, PartnerVisibility.Visible, true)]
    [InlineData(OfferVisibility.Private, null, false)]
    [InlineData(OfferVisibility.Private, PartnerVisibility.Visible, true)]
    [InlineData(OfferVisibility.Unknown, null, false)]
    public void A_setting_for_the_partner_goes_before_the_offers_own_visibility(OfferVisibility offer, PartnerVisibility? setting, bool isVisible) =>
        Access(offer, setting).IsVisible.ShouldBe(isVisible);

    [Fact]
    public void The_same_state_has_the_same_digest_whatever_is_set_for_others()
    {
        var access = Access(OfferVisibility.Private, null);

        (access with { Settings = Settings(null, others: [7, 8]) }).Digest.ShouldBe(access.Digest);
    }

    [Fact]
    public void Whatever_the_person_was_shown_changes_the_digest()
    {
        var access = Access(OfferVisibility.Private, null);
        LinkAccess[] changed =
        [
            access with { Settings = Settings(PartnerVisibility.Rejected) },
            access with { Partner = access.Partner with { Status = PartnerStatus.Inactive } },
            access with { Partner = access.Partner with { Name = "Renamed" } },
            access with { Offer = access.Offer with { Status = OfferStatus.Paused } },
            access with { Offer = access.Offer with { Visibility = OfferVisibility.RequireApproval } },
            access with { Offer = access.Offer with { Name = "Renamed" } },
            access with { Page = new LandingPage(5, 2, "Page", LandingPageStatus.Active) },
        ];

        changed.Append(access).Select(state => state.Digest).Distinct().Count().ShouldBe(changed.Length + 1);
    }

    [Fact]
    public void What_is_set_for_others_is_compared_without_the_partner_and_in_any_order()
    {
        var before = StateDigest.OfOthers(Settings(null, others: [7, 8]), 1);

        StateDigest.OfOthers(Settings(PartnerVisibility.Visible, others: [8, 7]), 1).ShouldBe(before);
        StateDigest.OfOthers(Settings(PartnerVisibility.Visible, others: [7]), 1).ShouldNotBe(before);
    }

    private static LinkAccess Access(OfferVisibility visibility, PartnerVisibility? setting) => new(
        new Partner(1, "Partner", PartnerStatus.Active, null, []),
        new Offer(2, "Offer", OfferStatus.Active, visibility, 3, "EUR", "https://example.test", []),
        Settings(setting),
        null,
        null);

    private static OfferPartners Settings(PartnerVisibility? setting, params int[] others) => new(
        2,
        new HashSet<int>([.. others, .. setting == PartnerVisibility.Visible ? [1] : Array.Empty<int>()]),
        new HashSet<int>(setting == PartnerVisibility.Hidden ? [1] : []),
        new HashSet<int>(setting == PartnerVisibility.Rejected ? [1] : []));
}
