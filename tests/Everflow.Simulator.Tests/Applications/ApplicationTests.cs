using System.Text.Json.Nodes;
using PromptLab.Simulator.Tests.Api;

namespace PromptLab.Simulator.Tests.Applications;

public sealed class ApplicationTests(SimulatorFixture simulator) : IClassFixture<SimulatorFixture>
{
    [Fact]
    public async Task A_pending_application_is_planted()
    {
        var found = await ListAsync($"?filter=network_application_id%3D{Planted.PendingApplication}");

        var application = found.Single()!;
        ((int)application["network_affiliate_id"]!).ShouldBe(Planted.ApplicantPartner);
        ((int)application["network_offer_id"]!).ShouldBe(Planted.RequireApprovalOffer);
        ((string?)application["relationship"]!["affiliate"]!["name"]).ShouldBe("Willowbend Ads");
    }

    [Fact]
    public async Task Applications_can_be_filtered_and_searched()
    {
        var byStatus = await ListAsync("?page_size=2000&filter=application_status%3Drejected");
        var byPartner = await TableAsync(new { filters = new { network_affiliate_ids = new[] { Planted.ApplicantPartner }, network_offer_ids = new[] { Planted.RequireApprovalOffer } } });
        var byName = await TableAsync(new { search_terms = new[] { new { search_type = "name", value = "kappaford" } } });

        byStatus.ShouldNotBeEmpty();
        byStatus.ShouldAllBe(application => (string?)application!["application_status"] == "rejected");
        byPartner.Count.ShouldBe(1);
        byName.ShouldAllBe(application => (int)application!["network_offer_id"]! == Planted.RequireApprovalOffer);
    }

    [Fact]
    public async Task Approving_an_application_lets_the_partner_see_the_offer()
    {
        var pending = (await TableAsync(new { filters = new { application_status = "pending" } })).Last()!;
        var (partner, offer) = ((int)pending["network_affiliate_id"]!, (int)pending["network_offer_id"]!);

        await DecideAsync("approved", (int)pending["network_application_id"]!);

        (await VisibilityAsync(offer, "visible")).ShouldContain(partner);
        (await ListAsync($"?filter=network_application_id%3D{pending["network_application_id"]}")).ShouldAllBe(application => (string?)application!["application_status"] == "approved");
    }

    [Fact]
    public async Task Rejecting_an_application_marks_the_partner_rejected()
    {
        var pending = (await TableAsync(new { filters = new { application_status = "pending" } }))[1]!;

        await DecideAsync("rejected", (int)pending["network_application_id"]!);

        (await VisibilityAsync((int)pending["network_offer_id"]!, "rejected")).ShouldContain((int)pending["network_affiliate_id"]!);
    }

    [Fact]
    public async Task A_decision_needs_a_known_status_and_known_applications()
    {
        var noStatus = await simulator.Api.RefusalAsync(HttpMethod.Patch, "/networks/applications", new { network_application_ids = new[] { 1 }, patches = new[] { new { field_name = "application_status", field_value = "maybe" } } });
        var nobody = await simulator.Api.RefusalAsync(HttpMethod.Patch, "/networks/applications", Decision("approved"));
        var unknown = await simulator.Api.RefusalAsync(HttpMethod.Patch, "/networks/applications", Decision("approved", 9999));

        noStatus.Error.ShouldBe("application_status must be approved, pending or rejected");
        nobody.Error.ShouldBe("network_application_ids is required");
        unknown.Error.ShouldBe("network_application_ids holds an unknown application");
    }

    private Task<JsonNode> DecideAsync(string status, int id) => simulator.Api.PatchAsync("/networks/applications", Decision(status, id));

    private static object Decision(string status, params int[] ids) =>
        new { network_application_ids = ids, patches = new[] { new { field_name = "application_status", field_value = status } }, send_email = false };

    private async Task<JsonArray> ListAsync(string query) => (await simulator.Api.GetAsync("/networks/applications" + query))["applications"]!.AsArray();

    private async Task<JsonArray> TableAsync(object body) => (await simulator.Api.PostAsync("/networks/applicationstable?page_size=2000", body))["applications"]!.AsArray();

    private async Task<IReadOnlyList<int>> VisibilityAsync(int offer, string setting) =>
        [.. (await simulator.Api.GetAsync($"/networks/offers/{offer}/visibility"))[$"network_affiliate_{setting}_ids"]!.AsArray().Select(id => (int)id!)];
}
