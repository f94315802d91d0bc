using System.Net;
using PromptLab.Everflow.Offers;
using PromptLab.Everflow.Reports;
using PromptLab.Everflow.TrackingLinks;
using PromptLab.Everflow.Visibility;
using PromptLab.Testing.Http;
using PromptLab.Testing.Time;

namespace PromptLab.Everflow.Tests.Resilience;

public sealed class RetryTests
{
    private const string One = "GET /v1/networks/offers/1";
    private const string Link = "POST /v1/networks/tracking/offers/clicks";
    private static readonly ScriptedReply Offer = ScriptedReply.Json("""{"network_offer_id":1,"name":"One"}""");

    public static TheoryData<ScriptedReply> FaultsThatPass => new()
    {
        ScriptedReply.Failure(500),
        ScriptedReply.Failure(502),
        ScriptedReply.Failure(503),
        ScriptedReply.Failure(408),
        Offer with { BreakAfter = 10 },
        Offer with { BreakAfter = 0 },
    };

    [Theory]
    [MemberData(nameof(FaultsThatPass), DisableDiscoveryEnumeration = true)]
    public async Task A_read_is_repeated_after_a_fault_that_may_pass(ScriptedReply fault)
    {
        await using var network = await Network.StartAsync();
        network.Server.On(One, fault, fault, Offer);

        var offer = await network.Get<OffersClient>().FindAsync(1, CancellationToken.None);

        offer.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_search_is_a_read_although_it_is_posted()
    {
        await using var network = await Network.StartAsync();
        network.Server.On(
            "POST /v1/networks/reporting/entity/table", ScriptedReply.Failure(500), ScriptedReply.Json("""{"table":[]}"""));

        var table = await network.Get<ReportsClient>()
            .GetTableAsync(new(new(2025, 1, 6), new(2025, 1, 6), ["offer"], []), CancellationToken.None);

        table.IsComplete.ShouldBeTrue();
    }

    [Theory]
    [InlineData(400, EverflowFailure.BadRequest)]
    [InlineData(401, EverflowFailure.RejectedKey)]
    [InlineData(403, EverflowFailure.RejectedKey)]
    [InlineData(422, EverflowFailure.BadRequest)]
    [InlineData(302, EverflowFailure.MalformedReply)]
    public async Task A_refusal_is_final(int status, EverflowFailure kind)
    {
        await using var network = await Network.StartAsync();
        network.Server.On(One, ScriptedReply.Failure(status, "Out of realm").With("Location", "https://elsewhere.example/"), Offer);

        var ask = () => network.Get<OffersClient>().FindAsync(1, CancellationToken.None);

        var failure = await ask.ShouldThrowAsync<EverflowException>();
        (failure.Kind, failure.Status, failure.UpstreamMessage).ShouldBe((kind, (HttpStatusCode)status, "Out of realm"));
        failure.CorrelationId.Length.ShouldBe(32);
        network.Server.Requests.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(500, EverflowFailure.Unavailable)]
    [InlineData(504, EverflowFailure.Timeout)]
    public async Task A_fault_that_stays_is_reported_after_the_repetitions(int status, EverflowFailure kind)
    {
        await using var network = await Network.StartAsync(configure: options => options.Retries = 2);
        network.Server.On(One, ScriptedReply.Failure(status));

        var ask = () => network.Get<OffersClient>().FindAsync(1, CancellationToken.None);

        (await ask.ShouldThrowAsync<EverflowException>()).Kind.ShouldBe(kind);
        network.Server.Requests.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Repetitions_can_be_switched_off()
    {
        await using var network = await Network.StartAsync(configure: options => options.Retries = 0);
        network.Server.On(One, ScriptedReply.Failure(500), Offer);

        var ask = () => network.Get<OffersClient>().FindAsync(1, CancellationToken.None);

        (await ask.ShouldThrowAsync<EverflowException>()).Kind.ShouldBe(EverflowFailure.Unavailable);
    }

    [Fact]
    public async Task No_connection_is_unavailable()
    {
        await using var network = await Network.StartAsync(configure: options => options.BaseAddress = new("http://127.0.0.1:1/v1"));

        var ask = () => network.Get<OffersClient>().FindAsync(1, CancellationToken.None);

        var failure = await ask.ShouldThrowAsync<EverflowException>();
        failure.Kind.ShouldBe(EverflowFailure.Unavailable);
        failure.Status.ShouldBeNull();
        failure.InnerException.ShouldBeOfType<HttpRequestException>();
    }

    public static TheoryData<ScriptedReply, EverflowFailure> FaultsOfWrites => new()
    {
        { ScriptedReply.Failure(500), EverflowFailure.Unavailable },
        { ScriptedReply.Failure(429), EverflowFailure.RateLimited },
        { ScriptedReply.Json("""{"url":"https://x.test/1/"}""") with { BreakAfter = 5 }, EverflowFailure.Unavailable },
    };

    [Theory]
    [MemberData(nameof(FaultsOfWrites), DisableDiscoveryEnumeration = true)]
    public async Task A_write_is_never_repeated(ScriptedReply fault, EverflowFailure kind)
    {
        await using var network = await Network.StartAsync();
        network.Server.On(Link, fault, ScriptedReply.Json("""{"url":"https://x.test/2/"}"""));

        var create = () => network.Get<TrackingLinksClient>().CreateAsync(new(12345, 1001), CancellationToken.None);

        (await create.ShouldThrowAsync<EverflowException>()).Kind.ShouldBe(kind);
        network.Server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_write_without_an_answer_ends_as_timeout_and_is_not_repeated()
    {
        var clock = new ManualTimeProvider();
        await using var network = await Network.StartAsync(clock, options => options.AttemptTimeout = TimeSpan.FromSeconds(5));
        network.Server.On("PATCH /v1/networks/affiliates/1/offers/visibility", ScriptedReply.Silence);

        var set = network.Get<VisibilityClient>().SetAsync(1, 2, PartnerVisibility.Visible, CancellationToken.None);
        await network.Server.RequestsOf("PATCH /v1/networks/affiliates/1/offers/visibility", 1);
        clock.Advance(TimeSpan.FromSeconds(6));

        (await Should.ThrowAsync<EverflowException>(() => set)).Kind.ShouldBe(EverflowFailure.Timeout);
        network.Server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_read_without_an_answer_is_repeated()
    {
        var clock = new ManualTimeProvider();
        await using var network = await Network.StartAsync(clock, options => options.AttemptTimeout = TimeSpan.FromSeconds(5));
        network.Server.On(One, ScriptedReply.Silence, Offer);

        var find = network.Get<OffersClient>().FindAsync(1, CancellationToken.None);
        await network.Server.RequestsOf(One, 1);
        clock.Advance(TimeSpan.FromSeconds(6));

        (await find).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_body_that_stops_in_the_middle_counts_as_no_answer()
    {
        var clock = new ManualTimeProvider();
        await using var network = await Network.StartAsync(clock, options => options.AttemptTimeout = TimeSpan.FromSeconds(5));
        network.Server.On(One, Offer with { PauseAfter = 8, RestUntil = new TaskCompletionSource().Task }, Offer);

        var find = network.Get<OffersClient>().FindAsync(1, CancellationToken.None);
        await network.Server.RequestsOf(One, 1);
        clock.Advance(TimeSpan.FromSeconds(6));

        (await find).ShouldNotBeNull();
    }

    [Fact]
    public async Task The_total_timeout_ends_the_repetitions()
    {
        var clock = new ManualTimeProvider();
        await using var network = await Network.StartAsync(clock, options =>
        {
            options.AttemptTimeout = TimeSpan.FromSeconds(5);
            options.TotalTimeout = TimeSpan.FromSeconds(8);
        });
        network.Server.On(One, ScriptedReply.Silence);

        var find = network.Get<OffersClient>().FindAsync(1, CancellationToken.None);
        await network.Server.RequestsOf(One, 1);
        clock.Advance(TimeSpan.FromSeconds(5));
        await network.Server.RequestsOf(One, 2);
        clock.Advance(TimeSpan.FromSeconds(4));

        (await Should.ThrowAsync<EverflowException>(() => find)).Kind.ShouldBe(EverflowFailure.Timeout);
    }

    [Fact]
    public async Task The_callers_cancellation_is_no_failure_of_the_network()
    {
        await using var network = await Network.StartAsync();
        network.Server.On(One, ScriptedReply.Silence);
        using var stop = new CancellationTokenSource();

        var find = network.Get<OffersClient>().FindAsync(1, stop.Token);
        await network.Server.RequestsOf(One, 1);
        await stop.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => find);
    }
}
