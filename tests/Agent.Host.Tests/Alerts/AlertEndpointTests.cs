using System.Net.Http.Json;
using System.Text.Json;
using PromptLab.Host.Tests.Hosting;

namespace PromptLab.Host.Tests.Alerts;

public sealed class AlertEndpointTests(HostFixture host) : IClassFixture<HostFixture>
{
    [Fact]
    public async Task An_alert_is_acknowledged_snoozed_resolved_and_reopened()
    {
        using var client = await AlertedAsync("rest-life");
        var id = await IdAsync(client);

        (await StateAsync(client, id, "ack")).ShouldBe("acknowledged");
        (await StateAsync(client, id, "snooze", new { until = "Monday" })).ShouldBe("snoozed");
        (await client.GetFromJsonAsync<JsonElement>($"/api/v1/alerts/{id}")).GetProperty("snoozed_until").GetDateTimeOffset()
            .ShouldBe(new DateTimeOffset(2025, 1, 20, 0, 0, 0, TimeSpan.FromHours(1)));
        (await StateAsync(client, id, "resolve")).ShouldBe("resolved");
        (await StateAsync(client, id, "reopen")).ShouldBe("new");
        (await client.GetFromJsonAsync<JsonElement>($"/api/v1/alerts/{id}/history")).GetProperty("data").EnumerateArray()
            .Select(change => (change.GetProperty("action").GetString(), change.GetProperty("actor").GetString()))
            .ShouldBe([("acknowledge", "rest-life"), ("snooze", "rest-life"), ("resolve", "rest-life"), ("reopen", "rest-life")]);
    }

    [Theory]
    [InlineData("", "reopen", "is open already.")]
    [InlineData("ack", "ack", "is acknowledged already, by ")]
    [InlineData("resolve", "resolve", "is resolved already.")]
    [InlineData("resolve", "ack", "is resolved; reopen it first.")]
    public async Task What_its_state_does_not_allow_is_a_conflict(string before, string move, string sentence)
    {
        using var client = await AlertedAsync($"rest-conflict-{before}-{move}");
        var id = await IdAsync(client);
        if (before.Length > 0)
        {
            await StateAsync(client, id, before);
        }

        var (status, problem) = await client.SendAsync(HttpMethod.Post, $"/api/v1/alerts/{id}/{move}");

        status.ShouldBe(409);
        problem.GetProperty("code").GetString().ShouldBe("alert_state");
        problem.GetProperty("detail").GetString()!.ShouldContain(sentence);
    }

    [Theory]
    [InlineData("GET", "")]
    [InlineData("GET", "/history")]
    [InlineData("POST", "/ack")]
    public async Task What_somebody_else_was_told_is_not_found(string method, string path)
    {
        using var client = await AlertedAsync("rest-mine");
        using var other = await host.SignInAsync("rest-other");

        var (status, problem) = await other.SendAsync(new HttpMethod(method), $"/api/v1/alerts/{await IdAsync(client)}{path}");

        (status, problem.GetProperty("code").GetString()).ShouldBe((404, "alert_not_found"));
    }

    [Theory]
    [InlineData("?state=old", "state")]
    [InlineData("?since=lately", "since")]
    [InlineData("?limit=0", "limit")]
    [InlineData("?cursor=xyz", "cursor")]
    public async Task A_filter_that_cannot_be_used_is_named(string query, string field)
    {
        var (status, problem) = await host.Client.SendAsync(HttpMethod.Get, "/api/v1/alerts" + query);

        status.ShouldBe(422);
        problem.GetProperty("errors").TryGetProperty(field, out _).ShouldBeTrue();
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"until":"yesterday"}""")]
    [InlineData("""{"until":"2030-01-01"}""")]
    public async Task A_snooze_needs_a_time_within_a_year(string body)
    {
        using var client = await AlertedAsync("rest-snooze");

        var (status, problem) = await client.SendAsync(HttpMethod.Post, $"/api/v1/alerts/{await IdAsync(client)}/snooze", JsonElement.Parse(body));

        status.ShouldBe(422);
        problem.GetProperty("errors").TryGetProperty("until", out _).ShouldBeTrue();
    }

    [Theory]
    [InlineData("?state=new", 1)]
    [InlineData("?state=open&since=2025-01-15", 1)]
    [InlineData("?state=resolved", 0)]
    [InlineData("?since=2025-01-16T00:00:00Z", 0)]
    public async Task Alerts_are_filtered(string query, int count)
    {
        using var client = await AlertedAsync("rest-filter");

        (await client.ListAsync(query)).Count.ShouldBe(count);
    }

    [Fact]
    public async Task A_snoozed_alert_is_snoozed_by_chat_in_words_too()
    {
        using var client = await AlertedAsync("rest-chat");
        var number = (await client.ListAsync()).Single().GetProperty("number").GetInt32();

        var asked = await HostFixture.AskAsync(client, $"snooze alert {number}");
        var answered = await HostFixture.AskAsync(client, "for 3 days", asked.Conversation);

        asked.Reply.ShouldContain("until when?");
        answered.Reply.ShouldContain("is snoozed until Sat 2025-01-18 12:00 (Europe/Amsterdam)");
        (await client.ListAsync()).Single().GetProperty("state").GetString().ShouldBe("snoozed");
        (await HostFixture.AskAsync(client, "show my alerts")).Reply.ShouldContain("snoozed until 2025-01-18 11:00 UTC");
        (await HostFixture.AskAsync(client, "acknowledge alert 99999")).Reply.ShouldContain("There is no alert 99999.");
        (await HostFixture.AskAsync(client, $"reopen alert {number}")).Reply.ShouldContain("is open again.");
    }

    private async Task<HttpClient> AlertedAsync(string owner)
    {
        var client = await host.SignInAsync(owner);
        if ((await client.ListAsync()).Count == 0)
        {
            await host.RunRuleAsync(await client.AddRuleAsync("default_pages", owner));
        }

        return client;
    }

    private static async Task<string> IdAsync(HttpClient client) => (await client.ListAsync()).Single().GetProperty("id").GetString()!;

    private static async Task<string?> StateAsync(HttpClient client, string id, string move, object? body = null)
    {
        var (status, alert) = await client.SendAsync(HttpMethod.Post, $"/api/v1/alerts/{id}/{move}", body);
        status.ShouldBe(200);
        return alert.GetProperty("state").GetString();
    }
}
