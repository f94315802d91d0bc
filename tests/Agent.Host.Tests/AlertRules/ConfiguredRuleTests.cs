using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.Options;
using PromptLab.Host.Tests.Alerts;
using PromptLab.Host.Tests.Hosting;

namespace PromptLab.Host.Tests.AlertRules;

public sealed class ConfiguredRuleTests
{
    [Fact]
    public async Task Rules_of_the_configuration_come_and_go_with_it_and_stay_switched()
    {
        var host = new HostFixture();
        await host.StartAsync(
            "--Alerts:Rules:default_pages:Enabled", "false", "--Alerts:Rules:night:Kind", "paused_partners", "--Alerts:Rules:night:Name", "Night watch",
            "--Alerts:Rules:night:Thresholds:DropPercent", "80", "--Alerts:Rules:night:Schedule:Time", "03:15", "--Alerts:Rules:night:Schedule:Days:0", "monday");
        var first = await RulesAsync(host);
        var night = first["Night watch"];
        await host.Client.SendAsync(HttpMethod.Patch, $"/api/v1/alert-rules/{night.GetProperty("id")}", new { enabled = false });
        await host.StopAsync();
        await host.StartAsync("--Alerts:Rules:night:Kind", "paused_partners", "--Alerts:Rules:night:Name", "Night watch");
        var second = await RulesAsync(host);
        await host.StopAsync();
        await host.StartAsync();
        var third = await RulesAsync(host);

        first["Traffic on default landing pages"].GetProperty("enabled").GetBoolean().ShouldBeFalse();
        night.GetProperty("thresholds").GetProperty("drop_percent").GetDecimal().ShouldBe(80);
        (night.GetProperty("schedule").GetProperty("time").GetString(), night.GetProperty("schedule").GetProperty("days")[0].GetString()).ShouldBe(("03:15", "monday"));
        second["Night watch"].GetProperty("enabled").GetBoolean().ShouldBeFalse();
        second["Night watch"].GetProperty("schedule").GetProperty("time").GetString().ShouldBe("08:00");
        third.Keys.ShouldBe(["Traffic on default landing pages", "Partners who paused"], ignoreOrder: true);
        await host.DisposeAsync();
    }

    [Fact]
    public async Task A_configured_rule_that_cannot_be_used_stops_the_start()
    {
        var host = new HostFixture();

        var stopped = await Should.ThrowAsync<OptionsValidationException>(() => host.StartAsync("--Alerts:Rules:bad:Kind", "weather", "--Alerts:Rules:bad:Channels:0", "pigeon"));

        stopped.Failures.ShouldContain(failure => failure.Contains("“bad”, kind: kind is one of default_pages, paused_partners.", StringComparison.Ordinal));
        stopped.Failures.ShouldContain(failure => failure.Contains("There is no channel “pigeon”", StringComparison.Ordinal));
        await host.DisposeAsync();
    }

    private static async Task<IReadOnlyDictionary<string, JsonElement>> RulesAsync(HostFixture host) =>
        (await host.Client.GetFromJsonAsync<JsonElement>("/api/v1/alert-rules")).GetProperty("data").EnumerateArray().ToDictionary(rule => rule.GetProperty("name").GetString()!);
}
