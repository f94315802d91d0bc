using System.Net;
using PromptLab.Simulator.Faults;
using PromptLab.Simulator.Tests.Api;
using PromptLab.Testing.Time;

namespace PromptLab.Simulator.Tests.Limits;

public sealed class LimitTests
{
    [Fact]
    public async Task Calls_over_the_burst_are_refused_until_time_has_passed()
    {
        var clock = new ManualTimeProvider();
        await using var server = await SimulatorServer.StartAsync(new SimulatorOptions { WallClock = clock, Burst = 2, SendsRetryAfter = true }, CancellationToken.None);
        using var api = new SimulatedApi(server);

        using var first = await api.SendAsync(HttpMethod.Get, "/v1/networks");
        using var second = await api.SendAsync(HttpMethod.Get, "/v1/networks");
        using var third = await api.SendAsync(HttpMethod.Get, "/v1/networks");
        clock.Advance(TimeSpan.FromSeconds(1));
        using var fourth = await api.SendAsync(HttpMethod.Get, "/v1/networks");

        new[] { first, second, third, fourth }.Select(reply => (int)reply.StatusCode).ShouldBe([200, 200, 429, 200]);
        first.Headers.GetValues("X-RateLimit-Limit").ShouldBe(["30"]);
        new[] { first, second, third }.Select(reply => reply.Headers.GetValues("X-RateLimit-Remaining").Single()).ShouldBe(["1", "0", "0"]);
        third.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(1));
        (await third.Content.ReadAsStringAsync()).ShouldBe("""{"Error":"Too Many Requests"}""");
    }

    [Fact]
    public async Task A_limit_that_is_switched_off_refuses_nobody()
    {
        await using var server = await SimulatorServer.StartAsync(new SimulatorOptions { WallClock = new ManualTimeProvider(), Burst = 1, LimitsRate = false }, CancellationToken.None);
        using var api = new SimulatedApi(server);

        await api.GetAsync("/networks");
        using var reply = await api.SendAsync(HttpMethod.Get, "/v1/networks");

        reply.StatusCode.ShouldBe(HttpStatusCode.OK);
        reply.Headers.GetValues("X-RateLimit-Remaining").ShouldBe(["0"]);
    }

    [Fact]
    public async Task More_reports_at_once_than_allowed_are_refused()
    {
        var clock = new ManualTimeProvider();
        var minute = TimeSpan.FromMinutes(1);
        await using var server = await SimulatorServer.StartAsync(new SimulatorOptions { Clock = clock, WallClock = clock, ConcurrentReports = 1 }, CancellationToken.None);
        using var api = new SimulatedApi(server);
        server.Faults.Add(new Fault("/networks/reporting/*", FaultKind.Delay) { DelayMs = (int)minute.TotalMilliseconds, Count = 1 });

        var running = api.TotalAsync(new ReportAsk(1, 1));
        await clock.TimerWithin(minute);
        var refusal = await api.RefusalAsync(HttpMethod.Post, "/networks/reporting/entity/table", new ReportAsk(1, 1, "offer").Body());
        using var elsewhere = await api.SendAsync(HttpMethod.Get, "/v1/networks/offers/1001");
        clock.Advance(minute);
        var first = await running;
        var next = await api.TotalAsync(new ReportAsk(1, 1));

        refusal.ShouldBe((HttpStatusCode.TooManyRequests, "Too many concurrent requests"));
        elsewhere.StatusCode.ShouldBe(HttpStatusCode.OK);
        next.Clicks.ShouldBe(first.Clicks);
    }
}
