using System.Net.Http.Json;
using System.Text.Json;
using PromptLab.Host.Tests.Feed;
using PromptLab.Host.Tests.Hosting;
using PromptLab.Simulator;

namespace PromptLab.Host.Tests.Alerts;

public sealed class AlertDeliveryTests(HostFixture host) : IClassFixture<HostFixture>
{
    [Fact]
    public async Task An_alert_appears_live_stays_after_a_reload_and_is_acknowledged_by_chat()
    {
        using var client = await host.SignInAsync("alert-live");
        var rule = await client.AddRuleAsync("default_pages", "alert-live");
        using var stream = await FeedReader.OpenAsync(client);
        await stream.NextAsync();

        (await host.RunRuleAsync(rule)).IsSuccess.ShouldBeTrue();

        var message = (await stream.NextAsync()).Json;
        message.GetProperty("name").GetString().ShouldBe("message");
        var alert = (await stream.NextAsync()).Json;
        alert.GetProperty("name").GetString().ShouldBe("alert");
        alert.GetProperty("value").GetProperty("title").GetString().ShouldBe("4 partners with clicks on default landing pages (2025-01-14)");
        alert.GetProperty("value").GetProperty("table").GetProperty("rows")[0][0].GetInt32().ShouldBe(Planted.TwoDefaultsPartner);

        var conversation = (await client.GetFromJsonAsync<JsonElement>("/api/v1/conversations")).GetProperty("data").EnumerateArray().Single();
        conversation.GetProperty("title").GetString().ShouldBe("Alerts");
        var stored = (await client.GetFromJsonAsync<JsonElement>($"/api/v1/conversations/{conversation.GetProperty("id")}/messages")).GetProperty("data")[0];
        stored.GetProperty("cards")[0].GetProperty("kind").GetString().ShouldBe("alert");
        JsonElement.DeepEquals(stored.GetProperty("cards")[0].GetProperty("data"), (await client.ListAsync()).Single()).ShouldBeTrue();

        var turn = await HostFixture.AskAsync(client, "ack it", conversation.GetProperty("id").GetGuid());

        turn.Reply.ShouldContain("is acknowledged.");
        (await client.ListAsync()).Single().GetProperty("state").GetString().ShouldBe("acknowledged");
        (await client.ListAsync()).Single().GetProperty("acknowledged_by").GetString().ShouldBe("alert-live");
    }

    [Fact]
    public async Task Running_the_same_slot_again_tells_nothing_more()
    {
        using var client = await host.SignInAsync("alert-once");
        var rule = await client.AddRuleAsync("paused_partners", "alert-once");

        var first = await host.RunRuleAsync(rule);
        var second = await host.RunRuleAsync(rule);

        first.Summary.ShouldStartWith("Alert ");
        second.ShouldBe(new(true, "Everything that was found was announced before."));
        var alert = (await client.ListAsync()).ShouldHaveSingleItem();
        alert.GetProperty("text").GetString()!.ShouldContain($"({Planted.RecentlyPausedOffer}) is paused");
        alert.GetProperty("facts").EnumerateArray().Select(fact => fact.GetProperty("label").GetString()).ShouldBe(["Days", "Compared with", "Partners", "Lost revenue"]);
    }

    [Fact]
    public async Task Nothing_found_is_no_message()
    {
        using var client = await host.SignInAsync("alert-none");
        var rule = await client.AddRuleAsync("default_pages", "alert-none");
        await client.SendAsync(HttpMethod.Patch, $"/api/v1/alert-rules/{rule}", new { thresholds = new { clicks = 100_000 } });

        var outcome = await host.RunRuleAsync(rule);

        outcome.ShouldBe(new(true, "Nothing was found."));
        (await client.ListAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""{"enabled":false}""", "The rule is switched off or gone; nothing was checked.")]
    [InlineData("""{"snoozed_until":"2025-01-16T00:00:00Z"}""", "The rule is snoozed; nothing was checked.")]
    public async Task A_rule_that_sleeps_checks_nothing(string change, string summary)
    {
        using var client = await host.SignInAsync("alert-asleep");
        var rule = await client.AddRuleAsync("default_pages", "alert-asleep");
        await client.SendAsync(HttpMethod.Patch, $"/api/v1/alert-rules/{rule}", JsonElement.Parse(change));

        (await host.RunRuleAsync(rule)).Summary.ShouldBe(summary);

        (await client.ListAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Exclusions_are_left_out()
    {
        using var client = await host.SignInAsync("alert-without");
        var rule = await client.AddRuleAsync("default_pages", "alert-without");
        await client.SendAsync(HttpMethod.Patch, $"/api/v1/alert-rules/{rule}", new
        {
            exclusions = new { partners = new[] { Planted.TwoDefaultsPartner }, landing_pages = new[] { "fallback screen" } },
        });

        await host.RunRuleAsync(rule);

        (await client.ListAsync()).Single().GetProperty("table").GetProperty("rows").EnumerateArray().Select(row => row[0].GetInt32())
            .ShouldBe([Planted.DefaultOverPartner, Planted.Default51Partner]);
    }
}
