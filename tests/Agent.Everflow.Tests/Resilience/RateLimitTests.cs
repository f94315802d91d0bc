using PromptLab.Everflow.Offers;
using PromptLab.Testing.Http;
using PromptLab.Testing.Time;

namespace PromptLab.Everflow.Tests.Resilience;

public sealed class RateLimitTests
{
    private const string One = "GET /v1/networks/offers/1";
    private const string Two = "GET /v1/networks/offers/2";
    private static readonly ScriptedReply Offer = ScriptedReply.Json("""{"network_offer_id":1,"name":"One"}""");
    private static readonly ScriptedReply Limited = ScriptedReply.Failure(429, "Too Many Requests");

    private readonly ManualTimeProvider _clock = new();
    private readonly List<TimeSpan> _waits = [];

    [Theory]
    [InlineData("7")]
    [InlineData("Wed, 15 Jan 2025 11:00:07 GMT")]
    public async Task A_read_comes_back_when_the_network_says_and_its_caller_is_told(string retryAfter)
    {
        await using var network = await Network.StartAsync(_clock);
        network.Server.On(One, Limited.With("Retry-After", retryAfter), Offer);

        var find = Find(network, 1);
        await network.Server.RequestsOf(One, 1);
        await _clock.TimerWithin(TimeSpan.FromSeconds(7));
        _clock.Advance(TimeSpan.FromSeconds(6.9));
        find.IsCompleted.ShouldBeFalse();
        _clock.Advance(TimeSpan.FromSeconds(0.2));

        (await find).ShouldNotBeNull();
        _waits.ShouldBe([TimeSpan.FromSeconds(7)]);
    }

    [Fact]
    public async Task Other_calls_wait_as_well()
    {
        await using var network = await Network.StartAsync(_clock);
        network.Server.On(One, Limited.With("Retry-After", "7"), Offer).On(Two, Offer);
        var first = Find(network, 1);
        await _clock.TimerWithin(TimeSpan.FromSeconds(7));

        var second = Find(network, 2);

        second.IsCompleted.ShouldBeFalse();
        _clock.Advance(TimeSpan.FromSeconds(8));
        await Task.WhenAll(first, second);
        network.Server.Requests.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Without_a_time_the_read_backs_off_by_itself()
    {
        await using var network = await Network.StartAsync(_clock, options => options.RetryDelay = TimeSpan.FromSeconds(1));
        network.Server.On(One, Limited, Offer);

        var find = Find(network, 1);
        await _clock.TimerWithin(TimeSpan.FromSeconds(10));
        _clock.Advance(TimeSpan.FromSeconds(10));

        (await find).ShouldNotBeNull();
        _waits[0].ShouldBeGreaterThan(TimeSpan.Zero);
    }

    [Fact]
    public async Task Too_long_a_wait_is_a_failure_that_says_how_long()
    {
        await using var network = await Network.StartAsync(_clock, options => options.LongestRetryAfter = TimeSpan.FromMinutes(1));
        network.Server.On(One, Limited.With("Retry-After", "3600"), Offer);

        var failure = await Should.ThrowAsync<EverflowException>(() => Find(network, 1));

        failure.Kind.ShouldBe(EverflowFailure.RateLimited);
        failure.RetryAfter.ShouldBe(TimeSpan.FromHours(1));
        network.Server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_networks_count_of_what_remains_is_respected()
    {
        await using var network = await Network.StartAsync(_clock, options => options.RequestsPerSecond = 1);
        network.Server.On(One, Offer.With("X-RateLimit-Limit", "30").With("X-RateLimit-Remaining", "0")).On(Two, Offer);
        await Find(network, 1);

        var second = Find(network, 2);

        second.IsCompleted.ShouldBeFalse();
        _waits.ShouldBe([TimeSpan.FromSeconds(1)]);
        _clock.Advance(TimeSpan.FromSeconds(1.1));
        (await second).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_count_that_is_no_number_is_ignored()
    {
        await using var network = await Network.StartAsync(_clock);
        network.Server.On(One, Offer.With("X-RateLimit-Remaining", "plenty"));

        var offer = await Find(network, 1);

        offer.ShouldNotBeNull();
    }

    private Task<Offer?> Find(Network network, int id)
    {
        using (EverflowCall.Use(EverflowPriority.Interactive, wait =>
               {
                   lock (_waits)
                       _waits.Add(wait);
               }))
            return network.Get<OffersClient>().FindAsync(id, CancellationToken.None);
    }
}
