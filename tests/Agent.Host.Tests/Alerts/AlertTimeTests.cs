using System.Net.Http.Json;
using System.Text.Json;
using PromptLab.Data.Databases;
using PromptLab.Host.Tests.Feed;
using PromptLab.Host.Tests.Hosting;
using PromptLab.Testing.Databases;
using PromptLab.Testing.Requirements;

namespace PromptLab.Host.Tests.Alerts;

public sealed class AlertTimeTests
{
    [Fact]
    public async Task The_usual_rules_tell_by_themselves_when_their_time_comes()
    {
        var host = new HostFixture();
        await host.StartAsync();
        using var stream = await FeedReader.OpenAsync(host.Client);
        await stream.NextAsync();

        host.Clock.MoveTo(new DateTimeOffset(2025, 1, 16, 9, 0, 1, TimeSpan.FromHours(1)));
        var rules = new HashSet<string?>();
        while (rules.Count < 2)
        {
            var told = (await stream.NextAsync()).Json;
            if (told.GetProperty("name").GetString() == "alert")
            {
                rules.Add(told.GetProperty("value").GetProperty("rule").GetProperty("kind").GetString());
            }
        }

        rules.ShouldBe(["default_pages", "paused_partners"], ignoreOrder: true);
        (await host.Client.ListAsync()).ShouldAllBe(alert => alert.GetProperty("title").GetString()!.Contains("2025-01-15", StringComparison.Ordinal));
        await host.DisposeAsync();
    }

    [PostgresFact]
    public async Task Two_services_on_one_database_tell_once()
    {
        await using var database = await FreshDatabase.CreateMigratedAsync(DatabaseProvider.PostgreSql);
        string[] settings = [.. database.Settings.SelectMany(setting => new[] { "--" + setting.Key, setting.Value! })];
        var (one, other) = (new HostFixture(), new HostFixture());
        await one.StartAsync(settings);
        await other.StartAsync(settings);
        var rule = await one.Client.AddRuleAsync("default_pages", "local");

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 6).Select(run => (run % 2 == 0 ? one : other).RunRuleAsync(rule)));

        outcomes.Count(outcome => outcome.Summary.StartsWith("Alert ", StringComparison.Ordinal)).ShouldBe(1);
        (await other.Client.ListAsync()).ShouldHaveSingleItem();
        var conversation = (await one.Client.GetFromJsonAsync<JsonElement>("/api/v1/conversations")).GetProperty("data").EnumerateArray().Single();
        (await one.Client.GetFromJsonAsync<JsonElement>($"/api/v1/conversations/{conversation.GetProperty("id")}/messages")).GetProperty("data").GetArrayLength().ShouldBe(1);
        await one.DisposeAsync();
        await other.DisposeAsync();
    }
}
