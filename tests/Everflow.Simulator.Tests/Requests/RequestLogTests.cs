using System.Net.Http.Json;
using System.Text.Json.Nodes;
using PromptLab.Simulator.Requests;
using PromptLab.Simulator.Tests.Api;

namespace PromptLab.Simulator.Tests.Requests;

public sealed class RequestLogTests(SimulatorFixture simulator) : IClassFixture<SimulatorFixture>
{
    [Theory]
    [InlineData("/networks/offers/*", "/v1/networks/offers/1001", true)]
    [InlineData("/v1/networks/offers/*", "/v1/networks/offers/1001", true)]
    [InlineData("*/visibility", "/v1/networks/affiliates/1/offers/visibility", true)]
    [InlineData("/networks/affiliates/*/offers/visibility", "/v1/networks/affiliates/12345/offers/visibility", true)]
    [InlineData("/networks/offers", "/v1/networks/offers/1001", false)]
    public void A_pattern_has_stars_for_anything(string pattern, string path, bool matches)
    {
        new PathPattern(pattern).Matches(path).ShouldBe(matches);
    }

    [Fact]
    public async Task Calls_are_counted_by_method_and_path()
    {
        simulator.Server.Requests.Clear();

        await simulator.Api.GetAsync("/networks/offers/1001");
        await simulator.Api.GetAsync("/networks/offers/1002");
        await simulator.Api.GetAsync("/networks/offers/1002");
        await simulator.Api.RefusalAsync(HttpMethod.Patch, "/networks/affiliates/1/offers/visibility", new { });

        simulator.Server.Requests.CountOf("GET", "/networks/offers/*").ShouldBe(3);
        simulator.Server.Requests.CountOf("PATCH", "/networks/affiliates/*/offers/visibility").ShouldBe(1);
        simulator.Server.Requests.Counts.ShouldContain(new RequestCount("GET", "/v1/networks/offers/1002", 2));
    }

    [Fact]
    public async Task The_counts_are_shown_and_cleared_over_http_without_counting_themselves()
    {
        simulator.Server.Requests.Clear();
        await simulator.Api.GetAsync("/networks/offers/1001");

        using var shown = await simulator.Api.SendAsync(HttpMethod.Get, "/__admin/requests");
        using var cleared = await simulator.Api.SendAsync(HttpMethod.Delete, "/__admin/requests");

        ((int)(await shown.Content.ReadFromJsonAsync<JsonNode>())!["total"]!).ShouldBe(1);
        simulator.Server.Requests.Counts.ShouldBeEmpty();
    }
}
