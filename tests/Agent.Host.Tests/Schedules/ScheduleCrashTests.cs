using Microsoft.Extensions.DependencyInjection;
using PromptLab.Data.Databases;
using PromptLab.Data.Deliveries;
using PromptLab.Host.Tests.Deliveries;
using PromptLab.Host.Tests.Hosting;
using PromptLab.Testing.Databases;
using PromptLab.Testing.Http;
using PromptLab.Testing.Requirements;

namespace PromptLab.Host.Tests.Schedules;

public sealed class ScheduleCrashTests
{
    private static readonly object Weekly = new { tool = "performance_summary", when = "every Monday at 9", channels = new[] { "hook" } };

    [Theory, OnPostgres]
    public async Task Two_nodes_run_a_slot_once_and_send_its_answer_once(DatabaseProvider provider)
    {
        await using var database = await FreshDatabase.CreateMigratedAsync(provider);
        await using var receiver = await ScriptedServer.StartAsync();
        receiver.On("POST /hook", new ScriptedReply(200, "ok"));
        string[] settings = [.. ScheduleHost.Fast, .. DeliveryHost.Settings(receiver.Address), .. database.Settings.SelectMany(pair => new[] { $"--{pair.Key}", pair.Value! })];
        var (one, two) = (new HostFixture(), new HostFixture());
        await Task.WhenAll(one.StartAsync(settings), two.StartAsync(settings));
        var made = await ScheduleHost.CreateAsync(one.Client, Weekly);

        one.Clock.MoveTo(ScheduleHost.Monday);
        two.Clock.MoveTo(ScheduleHost.Monday);

        await receiver.RequestsOf("POST /hook", 1);
        await Task.Delay(TimeSpan.FromSeconds(1.5), TimeProvider.System);
        receiver.Requests.Count.ShouldBe(1);
        receiver.Requests[0].Body.ShouldContain("\"title\":\"Performance summary\"");
        var runs = await ScheduleHost.WhenAsync(
            two.Client, $"/api/v1/schedules/{made.GetProperty("id")}/runs", list => list is [var one] && one.GetProperty("status").GetString() != "running");
        var run = runs.ShouldHaveSingleItem();
        (run.GetProperty("status").GetString(), run.GetProperty("attempts").GetInt32()).ShouldBe(("succeeded", 1));
        var conversation = (await ScheduleHost.ListAsync(two.Client, "/api/v1/conversations?search=Scheduled")).ShouldHaveSingleItem();
        (await ScheduleHost.ListAsync(two.Client, $"/api/v1/conversations/{conversation.GetProperty("id")}/messages")).Count.ShouldBe(1);
        await one.DisposeAsync();
        await two.DisposeAsync();
    }

    [Fact]
    public async Task A_run_that_is_killed_half_way_is_done_by_the_next_process()
    {
        var data = Directory.CreateTempSubdirectory("promptlab-schedule-").FullName;
        await using var everflow = await ScriptedServer.StartAsync();
        everflow.On("POST /v1/networks/reporting/entity", ScriptedReply.Silence);
        string[] hanging = [.. ScheduleHost.Fast, "--Everflow:ApiKey", "key", "--Everflow:BaseAddress", new Uri(everflow.Address, "/v1").ToString(), "--Demo:Enabled", "false"];
        string path;
        using (var killed = await HostProcess.StartAsync(data, hanging))
        {
            var made = await ScheduleHost.CreateAsync(killed.Client, new { tool = "top_offers", when = "every Monday at 9" });
            path = $"/api/v1/schedules/{made.GetProperty("id")}/runs";
            using var _ = await killed.Client.PostAsync(path[..^1], null);
            await ScheduleHost.WhenAsync(killed.Client, path, runs => runs is [var run] && run.GetProperty("attempts").GetInt32() == 1);
            await killed.KillAsync();
        }

        using var revived = await HostProcess.StartAsync(data, ScheduleHost.Fast);

        await ScheduleHost.WhenAsync(revived.Client, path, runs => runs is [var run] && run.GetProperty("status").GetString() == "succeeded");
        var conversation = (await ScheduleHost.ListAsync(revived.Client, "/api/v1/conversations?search=Scheduled")).ShouldHaveSingleItem();
        (await ScheduleHost.ListAsync(revived.Client, $"/api/v1/conversations/{conversation.GetProperty("id")}/messages")).Count.ShouldBe(1);
        await revived.KillAsync();
        Directory.Delete(data, recursive: true);
    }
}
