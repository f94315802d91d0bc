using PromptLab.Everflow.Partners;
using PromptLab.Testing.Http;

namespace PromptLab.Everflow.Tests.Partners;

public sealed class PartnersClientTests
{
    [Fact]
    public async Task A_partner_is_found_by_id()
    {
        await using var network = await Network.StartAsync();
        network.Server.On("GET /v1/networks/affiliates/12345", ScriptedReply.Json(
            """{"network_affiliate_id":12345,"name":"Premium","account_status":"active","network_employee_id":3,"labels":["VIP"],"time_created":1736150400}"""));

        var partner = await network.Get<PartnersClient>().FindAsync(12345, CancellationToken.None);

        partner.ShouldNotBeNull();
        (partner.Id, partner.Name, partner.Status, partner.ManagerId).ShouldBe((12345, "Premium", PartnerStatus.Active, 3));
        partner.Labels.ShouldBe(["VIP"]);
        partner.CreatedAt.ShouldBe(new DateTimeOffset(2025, 1, 6, 8, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    public async Task An_unknown_id_is_no_failure()
    {
        await using var network = await Network.StartAsync();

        var partner = await network.Get<PartnersClient>().FindAsync(5, CancellationToken.None);

        partner.ShouldBeNull();
    }

    [Fact]
    public async Task The_search_names_the_manager_differently()
    {
        await using var network = await Network.StartAsync();
        network.Server.On("POST /v1/networks/affiliatestable", ScriptedReply.Json(
            """
            {"affiliates":[{"network_affiliate_id":1,"name":"A","account_status":"inactive","account_manager_id":4},
              {"network_affiliate_id":2,"name":"B","account_status":"pending"},{"network_affiliate_id":3,"name":"C","account_status":"suspended"},
              {"network_affiliate_id":4,"name":"D","account_status":"archived","relationship":{"labels":{"entries":["x"]}}}],
             "paging":{"page":1,"page_size":2000,"total_count":4}}
            """));

        var partners = await network.Get<PartnersClient>().SearchAsync("a", CancellationToken.None);

        partners.Select(partner => partner.Status)
            .ShouldBe([PartnerStatus.Inactive, PartnerStatus.Pending, PartnerStatus.Suspended, PartnerStatus.Unknown]);
        partners.Select(partner => partner.ManagerId).ShouldBe([4, null, null, null]);
        partners[3].Labels.ShouldBe(["x"]);
    }
}
