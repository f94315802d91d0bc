using System.Net.Http.Json;
using PromptLab.Host.Tests.Hosting;

namespace PromptLab.Host.Tests.Alerts;

public sealed class AlertFaultTests : IAsyncLifetime
{
    private readonly HostFixture _host = new();

    public Task InitializeAsync() => _host.StartAsync("--Alerts:RetryPause", "00:00:00.010", "--Everflow:Retries", "0", "--Everflow:BreakerThroughput", "1000");

    public Task DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Three_faults_are_got_over()
    {
        using var client = await _host.SignInAsync("alert-retry");
        var rule = await client.AddRuleAsync("default_pages", "alert-retry");
        await FaultAsync(3);

        var outcome = await _host.RunRuleAsync(rule);

        outcome.IsSuccess.ShouldBeTrue();
        (await client.ListAsync()).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_fourth_one_fails_the_run_and_tells_nobody_half_of_it()
    {
        using var client = await _host.SignInAsync("alert-fail");
        var rule = await client.AddRuleAsync("default_pages", "alert-fail");
        await FaultAsync(4);

        var outcome = await _host.RunRuleAsync(rule);

        (outcome.IsSuccess, outcome.MayRetry).ShouldBe((false, false));
        outcome.Summary.ShouldStartWith("Everflow did not give the figures (Unavailable); reference ");
        (await client.ListAsync()).ShouldBeEmpty();
    }

    private async Task FaultAsync(int count)
    {
        using var reply = await _host.Client.PostAsJsonAsync(
            new Uri(_host.Everflow, "/__admin/faults"), new { path = "/networks/reporting/*", kind = "status", status = 503, count });
        reply.EnsureSuccessStatusCode();
    }
}
