using PromptLab.Everflow.Offers;
using PromptLab.Everflow.TrackingLinks;
using PromptLab.Testing.Http;
using PromptLab.Testing.Time;

namespace PromptLab.Everflow.Tests.Resilience;

public sealed class CircuitBreakerTests
{
    private const string One = "GET /v1/networks/offers/1";
    private static readonly ScriptedReply Offer = ScriptedReply.Json("""{"network_offer_id":1,"name":"One"}""");
    private readonly ManualTimeProvider _clock = new();

    [Fact]
    public async Task A_network_that_keeps_failing_is_left_alone()
    {
        await using var network = await OpenAsync();

        await Should.ThrowAsync<EverflowException>(() => network.Get<OffersClient>().FindAsync(1, CancellationToken.None));

        network.Server.Requests.Count.ShouldBe(4);
    }

    [Fact]
    public async Task Writes_are_refused_as_well_and_not_sent()
    {
        await using var network = await OpenAsync();

        var create = () => network.Get<TrackingLinksClient>().CreateAsync(new(1, 2), CancellationToken.None);

        (await create.ShouldThrowAsync<EverflowException>()).Kind.ShouldBe(EverflowFailure.Unavailable);
        network.Server.Requests.Count.ShouldBe(4);
    }

    [Fact]
    public async Task After_a_pause_one_call_tries_again()
    {
        await using var network = await OpenAsync();
        network.Server.On(One, Offer);

        _clock.Advance(TimeSpan.FromSeconds(16));

        (await network.Get<OffersClient>().FindAsync(1, CancellationToken.None)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Refusals_do_not_count_as_failing()
    {
        await using var network = await StartAsync();
        network.Server.On(One, ScriptedReply.Failure(400));
        var offers = network.Get<OffersClient>();
        for (var i = 0; i < 8; i++)
            await Should.ThrowAsync<EverflowException>(() => offers.FindAsync(1, CancellationToken.None));

        network.Server.On(One, Offer);

        (await offers.FindAsync(1, CancellationToken.None)).ShouldNotBeNull();
    }

    private async Task<Network> OpenAsync()
    {
        var network = await StartAsync();
        network.Server.On(One, ScriptedReply.Failure(500));
        for (var i = 0; i < 4; i++)
            await Should.ThrowAsync<EverflowException>(() => network.Get<OffersClient>().FindAsync(1, CancellationToken.None));
        return network;
    }

    private Task<Network> StartAsync() => Network.StartAsync(_clock, options =>
    {
        options.Retries = 0;
        options.BreakerThroughput = 4;
        options.BreakerPause = TimeSpan.FromSeconds(15);
    });
}
