using System.Net;
using PromptLab.Simulator.Tests.Api;

namespace PromptLab.Simulator.Tests.Conversions;

[Collection(ReadOnlyNetwork.Name)]
public sealed class ConversionListTests(SimulatorFixture simulator)
{
    private const string Path = "/networks/reporting/conversions";

    [Theory]
    [InlineData(7)]
    [InlineData(50)]
    [InlineData(333)]
    public async Task Pages_of_any_size_hold_every_conversion_once_newest_first(int pageSize)
    {
        var ask = new ConversionAsk(1, 0) { Filters = [("offer", 1001)] };

        var rows = await simulator.Api.ConversionsAsync(ask, pageSize);
        var whole = await simulator.Api.ConversionsAsync(ask);

        rows.Select(row => (string?)row["conversion_id"]).ShouldBe(whole.Select(row => (string?)row["conversion_id"]));
        rows.Select(row => (string?)row["conversion_id"]).Distinct().Count().ShouldBe(rows.Count);
        rows.Select(row => -(long)row["conversion_unix_timestamp"]!).ShouldBeInOrder();
    }

    [Fact]
    public async Task A_page_after_the_last_one_is_empty()
    {
        var reply = await simulator.Api.PostAsync(Path + "?page=900&page_size=2000", new ConversionAsk(1, 0).Body());

        reply["conversions"]!.AsArray().ShouldBeEmpty();
        ((int)reply["paging"]!["page"]!).ShouldBe(900);
    }

    [Theory]
    [InlineData("approved")]
    [InlineData("pending")]
    [InlineData("rejected")]
    [InlineData("invalid")]
    public async Task Conversions_can_be_asked_for_by_status(string status)
    {
        var rows = await simulator.Api.ConversionsAsync(new ConversionAsk(1, 1) { Filters = [("status", status)] });

        rows.ShouldNotBeEmpty();
        rows.ShouldAllBe(row => (string?)row["status"] == status);
    }

    [Fact]
    public async Task Throttled_conversions_are_rejected_with_error_one()
    {
        var rows = await simulator.Api.ConversionsAsync(new ConversionAsk(13, 0) { OnlyScrub = true, Filters = [("offer", Planted.ThrottledOffer)] });

        rows.Count.ShouldBeGreaterThan(5);
        rows.ShouldAllBe(row => (bool)row["is_scrub"]! && (int)row["error_code"]! == 1 && (string?)row["status"] == "rejected" && (string?)row["error_message"] == "Throttled");
    }

    [Fact]
    public async Task Events_are_told_from_conversions()
    {
        var ask = new ConversionAsk(13, 0) { Filters = [("offer", Planted.EventOffer)] };

        var events = await simulator.Api.ConversionsAsync(ask with { Conversions = false });
        var conversions = await simulator.Api.ConversionsAsync(ask with { Events = false });

        events.ShouldNotBeEmpty();
        events.ShouldAllBe(row => (string?)row["event"] == "Deposit" && (bool)row["is_event"]!);
        conversions.ShouldAllBe(row => (string?)row["event"] == "Base" && !(bool)row["is_event"]!);
        events.Select(row => (string?)row["transaction_id"]).ShouldBeSubsetOf(conversions.Select(row => (string?)row["transaction_id"]));
    }

    [Fact]
    public async Task There_are_no_view_through_conversions()
    {
        var body = new ConversionAsk(7, 0).Body();
        body["show_only_vt"] = true;

        var reply = await simulator.Api.PostAsync(Path, body);

        ((int)reply["paging"]!["total_count"]!).ShouldBe(0);
    }

    [Fact]
    public async Task A_conversion_is_found_by_its_id_and_by_its_click()
    {
        var row = (await simulator.Api.ConversionsAsync(new ConversionAsk(3, 3) { Filters = [("offer", 1001)] }))[4];

        var single = await simulator.Api.GetAsync($"{Path}/{row["conversion_id"]}");
        var byClick = await simulator.Api.ConversionsAsync(new ConversionAsk(30, 0) { Filters = [("transaction_id", (string)row["transaction_id"]!)] });

        single.ToJsonString().ShouldBe(row.ToJsonString());
        byClick.Single().ToJsonString().ShouldBe(row.ToJsonString());
    }

    [Theory]
    [InlineData("00000000000000000000000000000000")]
    [InlineData("not-an-id")]
    public async Task An_unknown_conversion_is_not_found(string id)
    {
        var refusal = await simulator.Api.RefusalAsync(HttpMethod.Get, $"{Path}/{id}");

        refusal.Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_row_names_everybody_concerned()
    {
        var row = (await simulator.Api.ConversionsAsync(new ConversionAsk(1, 1) { Filters = [("offer", 1001), ("offer_url", 5001)] }))[0];

        var related = row["relationship"]!;
        ((string?)related["offer"]!["name"]).ShouldBe("Summer Promo 2024");
        ((int)related["advertiser"]!["network_advertiser_id"]!).ShouldBe(Planted.InternalAdvertiser);
        ((string?)related["offer_url"]!["name"]).ShouldBe("Summer LP v2");
        ((string?)related["affiliate"]!["account_status"]).ShouldBe("active");
        ((string?)related["affiliate_manager"]!["full_name"]).ShouldNotBeNullOrEmpty();
        ((string?)row["currency_id"]).ShouldBe("EUR");
        ((long)row["click_unix_timestamp"]!).ShouldBeLessThan((long)row["conversion_unix_timestamp"]!);
    }

    [Theory]
    [InlineData(365, true)]
    [InlineData(366, false)]
    public async Task Only_the_last_year_is_kept(int daysAgo, bool isKept)
    {
        using var reply = await simulator.Api.SendAsync(HttpMethod.Post, "/v1" + Path, new ConversionAsk(daysAgo, daysAgo - 1).Body());

        reply.StatusCode.ShouldBe(isKept ? HttpStatusCode.OK : HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task It_must_be_said_what_to_show()
    {
        var unsaid = new ConversionAsk(1, 1).Body();
        unsaid.Remove("show_events");

        var missing = await simulator.Api.RefusalAsync(HttpMethod.Post, Path, unsaid);
        var nothing = await simulator.Api.RefusalAsync(HttpMethod.Post, Path, new ConversionAsk(1, 1) { Conversions = false, Events = false }.Body());

        missing.Error.ShouldBe("show_conversions and show_events are required");
        nothing.Error.ShouldBe("show_conversions or show_events must be true");
    }
}
