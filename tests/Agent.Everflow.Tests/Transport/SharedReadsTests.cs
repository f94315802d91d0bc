using PromptLab.Everflow.Offers;
using PromptLab.Everflow.Reports;
using PromptLab.Everflow.Visibility;
using PromptLab.Testing.Http;

namespace PromptLab.Everflow.Tests.Transport;

public sealed class SharedReadsTests
{
    private const string One = "GET /v1/networks/offers/1";
    private const string Table = "POST /v1/networks/reporting/entity/table";
    private static readonly DateOnly Monday = new(2025, 1, 6);
    private static readonly ScriptedReply Offer = ScriptedReply.Json("""{"network_offer_id":1,"name":"One"}""");

    [Fact]
    public async Task Identical_reads_in_flight_are_sent_once()
    {
        const string search = "POST /v1/networks/offerstable";
        var answer = new TaskCompletionSource();
        await using var network = await Network.StartAsync();
        network.Server.On(search, ScriptedReply.Json("""{"offers":[]}""") with { Until = answer.Task });
        var offers = network.Get<OffersClient>();

        var searches = Enumerable.Range(0, 10).Select(_ => offers.SearchAsync("summer", CancellationToken.None)).ToArray();
        answer.SetResult();
        await Task.WhenAll(searches);

        network.Server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Reads_that_differ_in_their_body_are_sent_each()
    {
        await using var network = await Network.StartAsync();
        network.Server.On(Table, ScriptedReply.Json("""{"table":[]}"""));
        var reports = network.Get<ReportsClient>();

        await Task.WhenAll(Enumerable.Range(1, 3).Select(
            offer => reports.GetTableAsync(new(Monday, Monday, ["offer"], [ReportFilter.Offer(offer)]), CancellationToken.None)));

        network.Server.Requests.Count(request => request.Route == Table).ShouldBe(3);
    }

    [Fact]
    public async Task A_read_that_has_ended_is_sent_again()
    {
        await using var network = await Network.StartAsync();
        network.Server.On(One, ScriptedReply.Failure(400), Offer);
        var offers = network.Get<OffersClient>();
        await Should.ThrowAsync<EverflowException>(() => offers.FindAsync(1, CancellationToken.None));

        var offer = await offers.FindAsync(1, CancellationToken.None);

        offer.ShouldNotBeNull();
    }

    [Fact]
    public async Task One_caller_who_leaves_does_not_take_the_others_with_him()
    {
        var answer = new TaskCompletionSource();
        await using var network = await Network.StartAsync();
        network.Server.On(One, Offer with { Until = answer.Task });
        var offers = network.Get<OffersClient>();
        using var stop = new CancellationTokenSource();
        var (leaving, staying) = (offers.FindAsync(1, stop.Token), offers.FindAsync(1, CancellationToken.None));
        await network.Server.RequestsOf(One, 1);

        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => leaving);
        answer.SetResult();

        (await staying).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_read_that_everybody_left_is_not_joined()
    {
        await using var network = await Network.StartAsync();
        network.Server.On(One, ScriptedReply.Silence, Offer);
        var offers = network.Get<OffersClient>();
        using var stop = new CancellationTokenSource();
        var left = offers.FindAsync(1, stop.Token);
        await network.Server.RequestsOf(One, 1);
        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => left);

        var offer = await offers.FindAsync(1, CancellationToken.None);

        offer.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_read_after_a_write_does_not_join_one_from_before()
    {
        const string visibility = "GET /v1/networks/offers/1/visibility";
        var answer = new TaskCompletionSource();
        await using var network = await Network.StartAsync();
        network.Server
            .On(
                visibility,
                ScriptedReply.Json("""{"network_offer_id":1,"network_affiliate_visible_ids":[]}""") with { Until = answer.Task },
                ScriptedReply.Json("""{"network_offer_id":1,"network_affiliate_visible_ids":[7]}"""))
            .On("PATCH /v1/networks/affiliates/7/offers/visibility", ScriptedReply.Json("""{"result":true}"""));
        var client = network.Get<VisibilityClient>();
        var before = client.GetAsync(1, CancellationToken.None);
        await network.Server.RequestsOf(visibility, 1);

        await client.SetAsync(7, 1, PartnerVisibility.Visible, CancellationToken.None);
        var after = await client.GetAsync(1, CancellationToken.None);

        after!.Of(7).ShouldBe(PartnerVisibility.Visible);
        answer.SetResult();
        (await before)!.Of(7).ShouldBeNull();
    }
}
