using PromptLab.Everflow.Offers;
using PromptLab.Testing.Http;
using PromptLab.Testing.Time;

namespace PromptLab.Everflow.Tests;

public sealed class EverflowCallTests
{
    private const string Offer = """{"network_offer_id":1,"name":"One"}""";

    [Fact]
    public void Without_a_scope_a_call_is_interactive()
    {
        EverflowCall.CurrentPriority.ShouldBe(EverflowPriority.Interactive);
        EverflowCall.CurrentListener.ShouldBeNull();
    }

    [Fact]
    public async Task A_scope_reaches_into_what_is_awaited_and_ends_with_its_block()
    {
        using (EverflowCall.Use(EverflowPriority.Scheduled))
        {
            using (EverflowCall.Use(EverflowPriority.Interactive))
                EverflowCall.CurrentPriority.ShouldBe(EverflowPriority.Interactive);

            await Task.Yield();

            EverflowCall.CurrentPriority.ShouldBe(EverflowPriority.Scheduled);
        }

        EverflowCall.CurrentPriority.ShouldBe(EverflowPriority.Interactive);
    }

    [Fact]
    public async Task Who_waits_for_quota_is_told_and_the_call_goes_on_by_itself()
    {
        var clock = new ManualTimeProvider();
        await using var network = await Network.StartAsync(clock, options => (options.Burst, options.RequestsPerSecond) = (1, 0.5));
        network.Server.On("GET /v1/networks/offers/1", ScriptedReply.Json(Offer)).On("GET /v1/networks/offers/2", ScriptedReply.Json(Offer));
        var offers = network.Get<OffersClient>();
        await offers.FindAsync(1, CancellationToken.None);
        var waits = new List<TimeSpan>();

        Task<Offer?> second;
        using (EverflowCall.Use(EverflowPriority.Interactive, waits.Add))
            second = offers.FindAsync(2, CancellationToken.None);
        await clock.TimerWithin(TimeSpan.FromSeconds(3));
        clock.Advance(TimeSpan.FromSeconds(3));

        (await second).ShouldNotBeNull();
        waits.ShouldBe([TimeSpan.FromSeconds(2)]);
    }
}
