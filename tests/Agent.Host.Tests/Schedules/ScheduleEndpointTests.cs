using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using PromptLab.Data.Deliveries;
using PromptLab.Workflows.Schedules;

namespace PromptLab.Host.Tests.Schedules;

public sealed class ScheduleEndpointTests(ScheduleHost host) : IClassFixture<ScheduleHost>
{
    private static readonly object Weekly = new { tool = "performance_summary", when = "every Monday at 9" };

    [Fact]
    public async Task A_schedule_is_made_changed_and_removed()
    {
        using var anna = await host.SignInAsync($"anna-{Guid.NewGuid():N}");
        var made = await ScheduleHost.CreateAsync(anna, new { tool = "top_offers", arguments = new { country = "Germany", date_range = "last month" }, time = "08:30", days = new[] { "monday", "friday" } });
        made.GetProperty("when").GetString().ShouldBe("every Monday and Friday at 08:30");
        made.GetProperty("title").GetString().ShouldBe("Top offers · Germany");
        made.GetProperty("request").GetProperty("arguments").GetProperty("country").GetString().ShouldBe("DE");
        var path = $"/api/v1/schedules/{made.GetProperty("id")}";

        using var off = await anna.PatchAsJsonAsync(path, new { enabled = false, day_of_month = 1, title = "Monthly" });
        var changed = await off.Content.ReadFromJsonAsync<JsonElement>();

        changed.GetProperty("next_run").ValueKind.ShouldBe(JsonValueKind.Null);
        changed.GetProperty("when").GetString().ShouldBe("on the 1st of every month at 08:30");
        changed.GetProperty("title").GetString().ShouldBe("Monthly");
        using var gone = await anna.DeleteAsync(path);
        gone.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        using var again = await anna.GetAsync(path);
        again.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Running_it_now_answers_in_a_conversation_of_its_own()
    {
        using var anna = await host.SignInAsync($"anna-{Guid.NewGuid():N}");
        var made = await ScheduleHost.CreateAsync(anna, Weekly);
        var path = $"/api/v1/schedules/{made.GetProperty("id")}";

        using var accepted = await anna.PostAsync($"{path}/run", null);

        accepted.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        await ScheduleHost.WhenAsync(anna, $"{path}/runs", runs => runs is [var run] && run.GetProperty("status").GetString() == "succeeded");
        (await ScheduleHost.ListAsync(anna, "/api/v1/conversations")).ShouldHaveSingleItem().GetProperty("title").GetString().ShouldBe("Scheduled: Performance summary");
        var listed = await ScheduleHost.GetAsync(anna, path);
        listed.GetProperty("last_run").GetProperty("status").GetString().ShouldBe("succeeded");
        listed.GetProperty("next_run").GetDateTimeOffset().ShouldBe(ScheduleHost.Monday);
    }

    [Fact]
    public async Task History_comes_in_pages()
    {
        using var anna = await host.SignInAsync($"anna-{Guid.NewGuid():N}");
        var path = $"/api/v1/schedules/{(await ScheduleHost.CreateAsync(anna, Weekly)).GetProperty("id")}";
        for (var run = 0; run < 3; run++)
        {
            using var _ = await anna.PostAsync($"{path}/run", null);
        }

        var first = await ScheduleHost.GetAsync(anna, $"{path}/runs?limit=2");
        var second = await ScheduleHost.GetAsync(anna, $"{path}/runs?limit=2&cursor={first.GetProperty("next").GetString()}");

        (first.GetProperty("data").GetArrayLength(), second.GetProperty("data").GetArrayLength()).ShouldBe((2, 1));
        second.GetProperty("next").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task Nobody_finds_another_persons_schedule()
    {
        using var anna = await host.SignInAsync($"anna-{Guid.NewGuid():N}");
        using var bert = await host.SignInAsync($"bert-{Guid.NewGuid():N}");
        var path = $"/api/v1/schedules/{(await ScheduleHost.CreateAsync(anna, Weekly)).GetProperty("id")}";

        HttpResponseMessage[] replies =
        [
            await bert.GetAsync(path), await bert.GetAsync($"{path}/runs"), await bert.PostAsync($"{path}/run", null),
            await bert.PatchAsJsonAsync(path, new { enabled = false }), await bert.DeleteAsync(path),
        ];

        replies.ShouldAllBe(reply => reply.StatusCode == HttpStatusCode.NotFound);
        (await ScheduleHost.GetAsync(anna, path)).GetProperty("enabled").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task A_rules_schedule_is_seen_by_everybody_and_changed_through_its_rule()
    {
        using var anna = await host.SignInAsync($"anna-{Guid.NewGuid():N}");
        var rule = await host.Services.GetRequiredService<ScheduleService>().CreateOrUpdateAsync(
            new(ScheduleKind.AlertRule, $"rule-{Guid.NewGuid()}", "somebody", "Default pages", new("09:00", [], "Europe/Amsterdam"), "{}"), default);
        var path = $"/api/v1/schedules/{rule.Id}";

        using var change = await anna.PatchAsJsonAsync(path, new { enabled = false });
        using var removal = await anna.DeleteAsync(path);

        (change.StatusCode, removal.StatusCode).ShouldBe((HttpStatusCode.Conflict, HttpStatusCode.Conflict));
        (await change.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString().ShouldBe("schedule_of_rule");
        (await ScheduleHost.GetAsync(anna, path)).GetProperty("request").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Theory]
    [InlineData("""{"tool":"tracking_link","when":"every Monday at 9"}""", "tool")]
    [InlineData("""{"tool":"top_offers","when":"every hour"}""", "when")]
    [InlineData("""{"tool":"top_offers","time":"9","days":[]}""", "time")]
    [InlineData("""{"tool":"top_offers","time":"09:00","days":["someday"]}""", "days")]
    [InlineData("""{"tool":"top_offers","when":"daily at 9","time_zone":"Mars"}""", "time")]
    [InlineData("""{"tool":"top_offers","when":"daily at 9","arguments":{"colour":"red"}}""", "arguments")]
    [InlineData("""{"tool":"top_offers","when":"daily at 9","arguments":{"date_range":"soonish"}}""", "arguments")]
    [InlineData("""{"tool":"top_landing_pages","when":"daily at 9"}""", "arguments")]
    [InlineData("""{"tool":"top_offers","when":"daily at 9","channels":["nobody"]}""", "channels")]
    public async Task A_body_that_makes_no_schedule_names_its_field(string body, string field)
    {
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var reply = await host.Client.PostAsync("/api/v1/schedules", content);

        reply.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await reply.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors").TryGetProperty(field, out _).ShouldBeTrue();
    }

    [Fact]
    public async Task A_conversation_of_somebody_else_gets_no_answers()
    {
        using var reply = await host.Client.PostAsJsonAsync("/api/v1/schedules", new { tool = "top_offers", when = "daily at 9", conversation_id = Guid.NewGuid() });

        reply.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("""{"title":" "}""")]
    [InlineData("""{"time":"25:00"}""")]
    public async Task A_change_that_makes_no_schedule_is_refused(string body)
    {
        var made = await ScheduleHost.CreateAsync(host.Client, new { tool = "default_lp_check", when = "weekdays at 7am" });
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");

        using var reply = await host.Client.PatchAsync($"/api/v1/schedules/{made.GetProperty("id")}", content);

        reply.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }
}
