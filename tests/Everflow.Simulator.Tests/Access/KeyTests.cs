using System.Net;
using PromptLab.Simulator.Tests.Api;

namespace PromptLab.Simulator.Tests.Access;

[Collection(ReadOnlyNetwork.Name)]
public sealed class KeyTests(SimulatorFixture simulator)
{
    [Fact]
    public async Task A_call_without_a_key_is_told_so()
    {
        using var api = new SimulatedApi(simulator.Server, key: null);

        var refusal = await api.RefusalAsync(HttpMethod.Get, "/networks");

        refusal.ShouldBe((HttpStatusCode.Unauthorized, "No Authentication Method Found"));
    }

    [Fact]
    public async Task A_wrong_key_is_unauthorized()
    {
        using var api = new SimulatedApi(simulator.Server, key: "guessed");

        var refusal = await api.RefusalAsync(HttpMethod.Get, "/networks");

        refusal.ShouldBe((HttpStatusCode.Unauthorized, "Unauthorized"));
    }

    [Theory]
    [InlineData("/affiliates/offers")]
    [InlineData("/advertisers/reporting")]
    [InlineData("/partners/offers")]
    public async Task The_networks_key_does_not_open_another_realm(string path)
    {
        var refusal = await simulator.Api.RefusalAsync(HttpMethod.Get, path);

        refusal.ShouldBe((HttpStatusCode.Forbidden, "Out of realm"));
    }

    [Fact]
    public async Task A_reading_key_may_not_write()
    {
        using var api = new SimulatedApi(simulator.Server, key: "reader");

        var refusal = await api.RefusalAsync(
            HttpMethod.Patch, $"/networks/affiliates/{Planted.TrafficBoosters}/offers/visibility", new { network_offer_ids = new[] { 1002 }, visibility_type = "visible" });

        refusal.ShouldBe((HttpStatusCode.Forbidden, "Forbidden"));
    }

    [Fact]
    public async Task A_reading_key_may_run_reports()
    {
        using var api = new SimulatedApi(simulator.Server, key: "reader");

        var total = await api.TotalAsync(new ReportAsk(1, 1));

        total.Clicks.ShouldBePositive();
    }

    [Theory]
    [InlineData("GET", "/networks/nothing")]
    [InlineData("DELETE", "/networks/offers/1001")]
    [InlineData("GET", "/networks/offers/abc")]
    public async Task An_unknown_path_or_verb_is_not_found(string method, string path)
    {
        var refusal = await simulator.Api.RefusalAsync(new HttpMethod(method), path);

        refusal.ShouldBe((HttpStatusCode.NotFound, "Not Found"));
    }

    [Fact]
    public async Task The_documented_lower_case_error_can_be_chosen()
    {
        await using var server = await SimulatorServer.StartAsync(new SimulatorOptions { ErrorProperty = "error" }, CancellationToken.None);
        using var api = new SimulatedApi(server, key: null);

        using var reply = await api.SendAsync(HttpMethod.Get, "/v1/networks");

        (await reply.Content.ReadAsStringAsync()).ShouldBe("""{"error":"No Authentication Method Found"}""");
    }

    [Fact]
    public async Task The_network_introduces_itself()
    {
        var network = await simulator.Api.GetAsync("/networks");

        ((string?)network["currency_id"]).ShouldBe("EUR");
        ((int)network["timezone_id"]!).ShouldBe(SimulatedApi.Amsterdam);
    }

    [Fact]
    public async Task A_body_that_is_not_json_is_a_bad_request()
    {
        var refusal = await simulator.Api.RefusalAsync(HttpMethod.Post, "/networks/offerstable", "text");

        refusal.ShouldBe((HttpStatusCode.BadRequest, "Invalid JSON body"));
    }
}
