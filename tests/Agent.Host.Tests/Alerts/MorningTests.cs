using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using PromptLab.Data.Databases;
using PromptLab.Data.Schedules;
using PromptLab.Host.Tests.Browser;
using PromptLab.Host.Tests.Feed;
using PromptLab.Host.Tests.Hosting;
using PromptLab.Testing.Databases;
using PromptLab.Testing.Requirements;
using PromptLab.Testing.Time;
using static Microsoft.Playwright.Assertions;

namespace PromptLab.Host.Tests.Alerts;

/// <summary>The clock comes to 08:00 and 09:00 in Amsterdam: the rules that are there from the start run by themselves.</summary>
[Collection(OneBrowser.Name)]
public sealed class MorningTests(Chromium chromium)
{
    private const string NineOClock = "clicks on default landing pages";
    private static readonly DateTimeOffset Eight = new(2025, 1, 16, 8, 0, 0, TimeSpan.FromHours(1));

    [BrowserFact]
    public async Task Alerts_appear_in_the_open_page_without_a_reload_and_once()
    {
        await using var node = await NodeAsync();
        var page = await chromium.OpenAsync(node.Host.Address);
        await page.HeardAsync();

        node.Host.Clock.MoveTo(Eight);
        await Expect(page.News).ToBeVisibleAsync();
        await page.Conversations.SelectAsync("Alerts");
        await Expect(page.Answers).ToHaveCountAsync(1);
        node.Host.Clock.MoveTo(Eight.AddHours(1));

        await Expect(page.Answers).ToHaveCountAsync(2);
        await Expect(page.LastAnswer.Card("alert").Title).ToContainTextAsync(NineOClock);
        await page.ReloadAsync();
        await Expect(page.Answers).ToHaveCountAsync(2);
        page.Complaints.ShouldBeEmpty();
    }

    [PostgresFact]
    public async Task Two_instances_on_one_database_announce_a_morning_once()
    {
        await using var database = await FreshDatabase.CreateMigratedAsync(DatabaseProvider.PostgreSql);
        string[] settings = [.. database.Settings.SelectMany(setting => new[] { $"--{setting.Key}", setting.Value! })];
        await using var first = await NodeAsync(settings);
        await using var second = await NodeAsync(settings);
        using var stream = await FeedReader.OpenAsync(second.Host.Client);
        await stream.NextAsync();

        first.Host.Clock.MoveTo(Eight.AddHours(1));
        second.Host.Clock.MoveTo(Eight.AddHours(1));
        await UntilDoneAsync(first.Host);
        await UntilDoneAsync(second.Host);

        var alerts = await first.Host.Client.ListAsync();
        alerts.Select(alert => alert.GetProperty("rule").GetProperty("name").GetString()).Order()
            .ShouldBe(["Partners who paused", "Traffic on default landing pages"]);
        (await MessagesAsync(second.Host)).Count.ShouldBe(2);
        (await stream.NextAsync()).Json.GetProperty("name").GetString().ShouldBe("message");
    }

    /// <summary>Every rule has run for its morning.</summary>
    private static async Task UntilDoneAsync(HostFixture host)
    {
        var schedules = host.Services.GetRequiredService<ScheduleRepository>();
        var started = TimeProvider.System.GetTimestamp();
        while (await schedules.ListAsync("local", null, 50, default) is { Data: var known } && known.Any(schedule => schedule.LastStatus != ScheduleRunStatus.Succeeded))
        {
            var state = string.Join("; ", known.Select(schedule => $"{schedule.Title}: {schedule.LastStatus}, {schedule.LastSummary}, next {schedule.NextRunAt:O}"));
            TimeProvider.System.GetElapsedTime(started).ShouldBeLessThan(Patience.Longest, state);
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System);
        }
    }

    private static async Task<IReadOnlyList<JsonElement>> MessagesAsync(HostFixture host)
    {
        var conversations = await host.Client.GetFromJsonAsync<JsonElement>("/api/v1/conversations?search=Alerts");
        var id = conversations.GetProperty("data").EnumerateArray().Single(row => row.GetProperty("title").GetString() == "Alerts").GetProperty("id");
        var messages = await host.Client.GetFromJsonAsync<JsonElement>($"/api/v1/conversations/{id}/messages");
        return [.. messages.GetProperty("data").EnumerateArray()];
    }

    private static async Task<Node> NodeAsync(params string[] settings)
    {
        var host = new HostFixture();
        await host.StartAsync(["--Schedules:Heartbeat", "00:00:00.2", .. settings]);
        return new Node(host);
    }

    private sealed record Node(HostFixture Host) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await Host.DisposeAsync();
    }
}
