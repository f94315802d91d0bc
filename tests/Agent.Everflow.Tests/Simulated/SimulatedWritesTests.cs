using PromptLab.Everflow.Applications;
using PromptLab.Everflow.Labels;
using PromptLab.Everflow.TrackingLinks;
using PromptLab.Everflow.Visibility;
using PromptLab.Simulator;

namespace PromptLab.Everflow.Tests.Simulated;

/// <summary>What the simulated network lets a key change, and what it refuses.</summary>
public sealed class SimulatedWritesTests(SimulatedAccount account) : IClassFixture<SimulatedAccount>
{
    [Fact]
    public async Task A_link_is_refused_until_the_partner_may_run_the_offer()
    {
        var links = account.Get<TrackingLinksClient>();
        var request = new TrackingLinkRequest(Planted.DigitalMarketingPro, Planted.RequireApprovalOffer) { Sub1 = "mail" };

        var refusal = await Should.ThrowAsync<EverflowException>(() => links.CreateAsync(request, CancellationToken.None));
        await account.Get<VisibilityClient>()
            .SetAsync(request.PartnerId, request.OfferId, PartnerVisibility.Visible, CancellationToken.None);
        var link = await links.CreateAsync(request, CancellationToken.None);

        refusal.Kind.ShouldBe(EverflowFailure.BadRequest);
        link.ShouldContain("sub1=mail");
    }

    [Fact]
    public async Task The_internal_label_names_its_advertiser()
    {
        var label = await account.Get<LabelsClient>().FindAsync(Planted.InternalLabel, CancellationToken.None);

        label!.AdvertiserIds.ShouldContain(Planted.InternalAdvertiser);
    }

    [Fact]
    public async Task An_unknown_label_is_missing()
    {
        var label = await account.Get<LabelsClient>().FindAsync("No/such label", CancellationToken.None);

        label.ShouldBeNull();
    }

    [Fact]
    public async Task A_decided_application_is_no_longer_pending()
    {
        var client = account.Get<ApplicationsClient>();
        var pending = await client.ListAsync(new(null, null, ApplicationStatus.Pending), CancellationToken.None);
        pending.ShouldNotBeEmpty();

        await client.DecideAsync([pending[0].Id], approve: false, sendMail: false, CancellationToken.None);

        var after = await client.ListAsync(new(pending[0].PartnerId, pending[0].OfferId, null), CancellationToken.None);
        after.Single(application => application.Id == pending[0].Id).Status.ShouldBe(ApplicationStatus.Rejected);
    }
}
