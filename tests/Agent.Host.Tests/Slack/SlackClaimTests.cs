using System.Text.Json;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using PromptLab.Data.Databases;
using PromptLab.Data.Slack;
using PromptLab.Host.Slack;
using PromptLab.Host.Slack.Work;
using PromptLab.Host.Tests.Hosting;
using PromptLab.Host.Tests.PendingActions;
using PromptLab.Simulator;
using PromptLab.Simulator.Faults;
using PromptLab.Testing.Models;

namespace PromptLab.Host.Tests.Slack;

/// <summary>Entries of the inbox whose work takes long, or ends badly.</summary>
public sealed class SlackClaimTests : IAsyncLifetime
{
    private const string Channel = "C1";
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(11);
    private SlackWorkspace workspace = null!;

    public async Task InitializeAsync() => workspace = await SlackWorkspace.StartAsync();

    public async Task DisposeAsync() => await workspace.DisposeAsync();

    [Fact]
    public async Task A_decision_that_takes_long_keeps_its_claim_and_is_not_told_as_made_already()
    {
        var host = new HostFixture();
        await using var network = await SimulatorServer.StartAsync(new SimulatorOptions { Clock = host.Clock, WallClock = host.Clock, LimitsRate = false }, CancellationToken.None);
        await host.StartAsync(
            [.. SlackHost.Settings(workspace), .. ApprovalHost.Settings(network), "--Everflow:AttemptTimeout", "00:10:00", "--Everflow:TotalTimeout", "00:20:00",
            "--Approvals:Lease", "00:10:00"]);
        var proposal = await host.AskAsync("tracking link for partner 23456 on offer 1002");
        var action = proposal.Last.GetProperty("outcome").GetProperty("interrupts")[0].GetProperty("id").GetGuid();
        network.Faults.Add(new Fault(ApprovalHost.Approve, FaultKind.Delay) { Count = 1, DelayMs = (int)TimeSpan.FromMinutes(2).TotalMilliseconds });
        var click = new SlackTask { Owner = "local", Channel = Channel, Action = action, IsConfirmed = true, ResponseUrl = workspace.ResponseUrl };

        await host.Services.GetRequiredService<SlackInbox>().TakeInAsync(click.ToEntry("click", "1", SlackTaskKind.Decision), default);
        await ApprovalHost.UntilAsync(async () => (await host.Client.GetStringAsync($"/api/v1/pending-actions/{action}")).Contains("executing", StringComparison.Ordinal));
        var held = await HeldUntilAsync(host);
        host.Clock.MoveTo(host.Clock.GetUtcNow() + Step);
        await ApprovalHost.UntilAsync(async () => await HeldUntilAsync(host) > held);
        var attempts = await ReadAsync<int>(host, "SELECT attempts FROM slack_inbox");
        host.Clock.MoveTo(host.Clock.GetUtcNow() + TimeSpan.FromMinutes(3));
        await ApprovalHost.UntilAsync(async () => await StatusAsync(host) == "done");

        attempts.ShouldBe(1);
        workspace.Told.ShouldBeEmpty();
        await host.DisposeAsync();
    }

    [Fact]
    public async Task What_breaks_while_an_answer_is_shown_is_what_is_told()
    {
        await using var model = await ScriptedOpenAi.StartAsync();
        model.Then(ModelReply.Hangs());
        var host = new HostFixture();
        await host.StartAsync(ScriptedModelHost.Settings(model.BaseAddress));
        var entry = new SlackTaskRow { Id = Guid.NewGuid(), Key = "k", Thread = "t", Kind = SlackTaskKind.Message, Payload = "{}" };
        var task = new SlackTask { Owner = "local", OutsideId = "api/C1/1", Channel = Channel, Text = "hello" };

        var failure = await Should.ThrowAsync<InvalidOperationException>(() => host.Services.GetRequiredService<SlackTurns>().AskAsync(
            entry, task, _ => Task.CompletedTask, (_, _) => throw new InvalidOperationException("Cannot be shown."), default));

        failure.Message.ShouldBe("Cannot be shown.");
        await host.DisposeAsync();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_post_whose_process_died_stands_in_its_thread_once_and_is_answered(int deaths)
    {
        var data = Directory.CreateTempSubdirectory("promptlab-slack-").FullName;
        await using var model = await ScriptedOpenAi.StartAsync();
        var settings = ScriptedModelHost.Settings(model.BaseAddress);
        string? ts = null;
        for (var death = 0; death < deaths; death++)
        {
            model.Then(ModelReply.Hangs());
            using var killed = await HostProcess.StartAsync(data, settings);
            ts ??= (await CallAsync(killed.Client, "chat.postMessage", $"channel={Channel}&text=do not lose me")).GetProperty("ts").GetString();
            await model.NextRequestAsync();
            await killed.KillAsync();
        }

        model.Always(ModelReply.Says("[smalltalk] Here again."));
        using var revived = await HostProcess.StartAsync(data, settings);

        List<JsonElement> messages = [];
        await ApprovalHost.UntilAsync(async () =>
        {
            messages = [.. (await CallAsync(revived.Client, "conversations.replies", $"channel={Channel}&ts={ts}")).GetProperty("messages").EnumerateArray()];
            return messages.Count > 1 && messages[^1].GetProperty("text").GetString() == "Here again.";
        });
        messages.Count.ShouldBe(2);
        messages[1].GetProperty("metadata").GetProperty("event_payload").GetProperty("in_reply_to").GetString().ShouldBe(ts);
        await revived.KillAsync();
        Directory.Delete(data, recursive: true);
    }

    private static async Task<JsonElement> CallAsync(HttpClient client, string method, string form)
    {
        using var content = new StringContent(form, System.Text.Encoding.UTF8, "application/x-www-form-urlencoded");
        using var reply = await client.PostAsync($"/api/slack/{method}", content);
        return JsonElement.Parse(await reply.Content.ReadAsStringAsync());
    }

    private static Task<DateTimeOffset> HeldUntilAsync(HostFixture host) => ReadAsync<DateTimeOffset>(host, "SELECT available_at FROM slack_inbox");

    private static Task<string> StatusAsync(HostFixture host) => ReadAsync<string>(host, "SELECT status FROM slack_inbox");

    private static Task<T> ReadAsync<T>(HostFixture host, string sql) => host.Services.GetRequiredService<IDatabase>().ReadAsync(
        (connection, token) => connection.QuerySingleAsync<T>(new CommandDefinition(sql, cancellationToken: token)), default);
}
