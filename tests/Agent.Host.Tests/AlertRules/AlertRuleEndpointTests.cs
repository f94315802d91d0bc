using System.Net.Http.Json;
using System.Text.Json;
using PromptLab.Host.Tests.Alerts;
using PromptLab.Host.Tests.Hosting;
using PromptLab.Simulator;

namespace PromptLab.Host.Tests.AlertRules;

public sealed class AlertRuleEndpointTests(HostFixture host) : IClassFixture<HostFixture>
{
    private const string Path = "/api/v1/alert-rules";

    [Theory]
    [InlineData("default_pages", "Traffic on default landing pages", "09:00")]
    [InlineData("paused_partners", "Partners who paused", "08:00")]
    public async Task The_usual_rules_are_there_from_the_start(string kind, string name, string time)
    {
        var rule = (await host.Client.GetFromJsonAsync<JsonElement>(Path)).GetProperty("data").EnumerateArray().Single(rule => rule.GetProperty("name").GetString() == name);

        rule.GetProperty("kind").GetString().ShouldBe(kind);
        rule.GetProperty("enabled").GetBoolean().ShouldBeTrue();
        rule.GetProperty("source").GetString().ShouldBe("configuration");
        (rule.GetProperty("schedule").GetProperty("time").GetString(), rule.GetProperty("schedule").GetProperty("time_zone").GetString()).ShouldBe((time, "Europe/Amsterdam"));
        rule.GetProperty("subscribers")[0].GetString().ShouldBe("*");
    }

    [Fact]
    public async Task A_rule_is_made_changed_and_removed()
    {
        var (made, rule) = await host.Client.SendAsync(HttpMethod.Post, Path, new
        {
            name = "Big falls", kind = "paused_partners", enabled = false, thresholds = new { drop_percent = 80, min_conversions = 5 },
            schedule = new { time = "07:30", days = new[] { "monday", "Friday" } }, exclusions = new { partners = new[] { 154 } },
        });
        var one = $"{Path}/{rule.GetProperty("id")}";
        var (changed, after) = await host.Client.SendAsync(HttpMethod.Patch, one, new { thresholds = new { drop_percent = 90 }, enabled = true });

        (made, changed).ShouldBe((201, 200));
        (after.GetProperty("name").GetString(), after.GetProperty("enabled").GetBoolean()).ShouldBe(("Big falls", true));
        (after.GetProperty("thresholds").GetProperty("drop_percent").GetDecimal(), after.GetProperty("thresholds").GetProperty("min_conversions").GetInt32()).ShouldBe((90m, 5));
        JsonElement.DeepEquals((await host.Client.SendAsync(HttpMethod.Get, one)).Body, after).ShouldBeTrue();
        (await host.Client.SendAsync(HttpMethod.Delete, one)).Status.ShouldBe(204);
        (await host.Client.SendAsync(HttpMethod.Get, one)).Status.ShouldBe(404);
        (await host.Client.SendAsync(HttpMethod.Delete, one)).Status.ShouldBe(404);
    }

    [Theory]
    [InlineData("""{"kind":"default_pages"}""", "name")]
    [InlineData("""{"name":"x","kind":"weather"}""", "kind")]
    [InlineData("""{"name":"x","kind":"default_pages","thresholds":{"clicks":-1}}""", "thresholds.clicks")]
    [InlineData("""{"name":"x","kind":"default_pages","thresholds":{"drop_percent":60}}""", "thresholds")]
    [InlineData("""{"name":"x","kind":"paused_partners","thresholds":{"drop_percent":101}}""", "thresholds.drop_percent")]
    [InlineData("""{"name":"x","kind":"paused_partners","thresholds":{"analysis_days":0}}""", "thresholds.analysis_days")]
    [InlineData("""{"name":"x","kind":"paused_partners","exclusions":{"offers":[1]}}""", "exclusions")]
    [InlineData("""{"name":"x","kind":"default_pages","exclusions":{"partners":[0]}}""", "exclusions.partners")]
    [InlineData("""{"name":"x","kind":"default_pages","schedule":{"time":"9am"}}""", "schedule.time")]
    [InlineData("""{"name":"x","kind":"default_pages","schedule":{"days":["someday"]}}""", "schedule.days")]
    [InlineData("""{"name":"x","kind":"default_pages","schedule":{"time_zone":"Mars"}}""", "schedule.time_zone")]
    [InlineData("""{"name":"x","kind":"default_pages","channels":["pigeon"]}""", "channels")]
    [InlineData("""{"name":"x","kind":"default_pages","subscribers":[]}""", "subscribers")]
    public async Task Every_field_that_cannot_be_used_is_named(string body, string field)
    {
        var (status, problem) = await host.Client.SendAsync(HttpMethod.Post, Path, JsonElement.Parse(body));

        (status, problem.GetProperty("code").GetString()).ShouldBe((422, "alert_rule_invalid"));
        problem.GetProperty("errors").EnumerateObject().Select(error => error.Name).ShouldBe([field]);
    }

    [Fact]
    public async Task A_configured_rule_can_only_be_switched()
    {
        var id = await ConfiguredAsync("paused_partners");

        var (renamed, problem) = await host.Client.SendAsync(HttpMethod.Patch, $"{Path}/{id}", new { name = "Mine" });
        var (removed, _) = await host.Client.SendAsync(HttpMethod.Delete, $"{Path}/{id}");
        var (switched, rule) = await host.Client.SendAsync(HttpMethod.Patch, $"{Path}/{id}", new { enabled = false });
        await host.Client.SendAsync(HttpMethod.Patch, $"{Path}/{id}", new { enabled = true });

        (renamed, problem.GetProperty("code").GetString(), removed).ShouldBe((409, "alert_rule_configured", 409));
        (switched, rule.GetProperty("enabled").GetBoolean()).ShouldBe((200, false));
    }

    [Fact]
    public async Task The_kind_of_a_rule_stays()
    {
        var id = await host.Client.AddRuleAsync("default_pages", "*");

        var (status, problem) = await host.Client.SendAsync(HttpMethod.Patch, $"{Path}/{id}", new { kind = "paused_partners" });

        status.ShouldBe(422);
        problem.GetProperty("errors").TryGetProperty("kind", out _).ShouldBeTrue();
    }

    [Fact]
    public async Task A_backtest_tells_what_would_have_fired()
    {
        var (status, test) = await host.Client.SendAsync(HttpMethod.Post, $"{Path}/{await ConfiguredAsync("default_pages")}/backtest?days=60");

        status.ShouldBe(200);
        (test.GetProperty("from").GetString(), test.GetProperty("to").GetString()).ShouldBe(("2024-11-16", "2025-01-14"));
        var day = test.GetProperty("data").EnumerateArray().ShouldHaveSingleItem();
        (test.GetProperty("alerts").GetInt32(), day.GetProperty("day").GetString(), day.GetProperty("findings").GetInt32(), day.GetProperty("total").GetDecimal())
            .ShouldBe((1, "2025-01-14", 4, 388m));
        day.GetProperty("partners")[0].GetProperty("id").GetInt32().ShouldBe(Planted.TwoDefaultsPartner);
    }

    [Fact]
    public async Task A_rule_that_is_not_stored_can_be_looked_back_at_on_the_days_it_would_run()
    {
        var (status, test) = await host.Client.SendAsync(
            HttpMethod.Post, $"{Path}/backtest?days=30", new { kind = "paused_partners", enabled = false, thresholds = new { min_conversions = 5 }, schedule = new { days = new[] { "wednesday" } } });

        status.ShouldBe(200);
        var days = test.GetProperty("data").EnumerateArray().ToList();
        days.ShouldAllBe(day => DateOnly.Parse(day.GetProperty("day").GetString()!).DayOfWeek == DayOfWeek.Tuesday);
        days[0].GetProperty("day").GetString().ShouldBe("2025-01-14");
        days[0].GetProperty("partners").EnumerateArray().Select(partner => partner.GetProperty("id").GetInt32())
            .ShouldContain(Planted.SmallBaselinePartner);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(366)]
    public async Task A_backtest_is_of_1_to_365_days(int days)
    {
        var (status, problem) = await host.Client.SendAsync(HttpMethod.Post, $"{Path}/backtest?days={days}", new { kind = "default_pages" });

        (status, problem.GetProperty("code").GetString()).ShouldBe((422, "days_invalid"));
    }

    private async Task<string> ConfiguredAsync(string kind) => (await host.Client.GetFromJsonAsync<JsonElement>(Path)).GetProperty("data").EnumerateArray()
        .Single(rule => rule.GetProperty("kind").GetString() == kind && rule.GetProperty("source").GetString() == "configuration").GetProperty("id").GetString()!;
}
