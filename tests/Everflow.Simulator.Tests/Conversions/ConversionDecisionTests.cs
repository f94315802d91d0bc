using System.Net;
using System.Text.Json.Nodes;
using PromptLab.Simulator.Tests.Api;

namespace PromptLab.Simulator.Tests.Conversions;

public sealed class ConversionDecisionTests(SimulatorFixture simulator) : IClassFixture<SimulatorFixture>
{
    private const string Path = "/networks/reporting/conversions";

    [Fact]
    public async Task A_rejected_conversion_leaves_every_report_after_a_while()
    {
        var ask = new ReportAsk(2, 2) { Filters = [("offer", 1001)] };
        var before = await simulator.Api.TotalAsync(ask);
        var id = await AnyAsync(1001, "approved", 2);

        await DecideAsync("rejected", id);
        var atOnce = await simulator.Api.TotalAsync(ask);
        simulator.Clock.Advance(TimeSpan.FromSeconds(3));
        var later = await simulator.Api.TotalAsync(ask);

        atOnce.Conversions.ShouldBe(before.Conversions);
        later.Conversions.ShouldBe(before.Conversions - 1);
        later.Revenue.ShouldBe(before.Revenue - 18);
        var row = await simulator.Api.GetAsync($"{Path}/{id}");
        ((string?)row["status"]).ShouldBe("rejected");
        ((int)row["error_code"]!).ShouldBe(9);
        ((decimal)row["payout"]!).ShouldBe(0);
    }

    [Fact]
    public async Task An_approved_conversion_gets_its_price()
    {
        var id = await AnyAsync(1001, "invalid", 5);

        await DecideAsync("approved", id);
        simulator.Clock.Advance(TimeSpan.FromSeconds(3));

        var row = await simulator.Api.GetAsync($"{Path}/{id}");
        ((string?)row["status"]).ShouldBe("approved");
        ((decimal)row["payout"]!).ShouldBe(12);
        ((decimal)row["revenue"]!).ShouldBe(18);
    }

    [Fact]
    public async Task An_event_can_be_rejected_apart_from_its_conversion()
    {
        var ask = new ReportAsk(13, 1) { Filters = [("offer", Planted.EventOffer)] };
        var before = await simulator.Api.TotalAsync(ask);
        var rows = await simulator.Api.ConversionsAsync(new ConversionAsk(13, 1) { Conversions = false, Filters = [("offer", Planted.EventOffer)] });

        await DecideAsync("rejected", (string)rows[0]["conversion_id"]!);
        simulator.Clock.Advance(TimeSpan.FromSeconds(3));

        var after = await simulator.Api.TotalAsync(ask);
        after.Count("event").ShouldBe(before.Count("event") - 1);
        after.Conversions.ShouldBe(before.Conversions);
        ((string?)(await simulator.Api.GetAsync($"{Path}/{rows[0]["conversion_id"]}"))["status"]).ShouldBe("rejected");
    }

    [Fact]
    public async Task A_click_decides_on_its_conversion()
    {
        var row = (await simulator.Api.ConversionsAsync(new ConversionAsk(4, 4) { Filters = [("offer", 1001), ("status", "approved")] }))[0];

        await simulator.Api.PatchAsync($"{Path}/{row["transaction_id"]}", new { conversion_status = "rejected" });
        simulator.Clock.Advance(TimeSpan.FromSeconds(3));

        ((string?)(await simulator.Api.GetAsync($"{Path}/{row["conversion_id"]}"))["status"]).ShouldBe("rejected");
    }

    [Theory]
    [InlineData("pending")]
    [InlineData("invalid")]
    [InlineData("unheard_of")]
    public async Task Only_approved_and_rejected_can_be_set(string status)
    {
        var refusal = await simulator.Api.RefusalAsync(HttpMethod.Patch, Path, new { conversion_ids = new[] { "x" }, conversion_status = status });

        refusal.ShouldBe((HttpStatusCode.BadRequest, "conversion_status must be approved or rejected"));
    }

    [Fact]
    public async Task Success_is_promised_even_for_ids_that_do_not_exist()
    {
        var reply = await simulator.Api.PatchAsync(Path, new { conversion_ids = new[] { "unknown" }, conversion_status = "approved" });
        var nobody = await simulator.Api.RefusalAsync(HttpMethod.Patch, Path, new { conversion_status = "approved" });
        var noClick = await simulator.Api.RefusalAsync(HttpMethod.Patch, Path + "/unknown", new { conversion_status = "approved" });

        ((bool)reply["result"]!).ShouldBeTrue();
        nobody.Error.ShouldBe("conversion_ids is required");
        noClick.Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private Task<JsonNode> DecideAsync(string status, string id) => simulator.Api.PatchAsync(Path, new { conversion_ids = new[] { id }, conversion_status = status });

    private async Task<string> AnyAsync(int offer, string status, int daysAgo) =>
        (string)(await simulator.Api.ConversionsAsync(new ConversionAsk(daysAgo, daysAgo) { Filters = [("offer", offer), ("status", status)] }))[0]["conversion_id"]!;
}
