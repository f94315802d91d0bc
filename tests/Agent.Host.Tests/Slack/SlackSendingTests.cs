using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using PromptLab.Data.Databases;
using PromptLab.Host.Tests.Hosting;
using PromptLab.Testing.Databases;
using PromptLab.Testing.Http;
using PromptLab.Testing.Models;
using PromptLab.Testing.Requirements;

namespace PromptLab.Host.Tests.Slack;

/// <summary>How answers come to Slack: at its pace, changed in place, and through crashes.</summary>
public sealed class SlackSendingTests : IAsyncLifetime
{
    private const string Channel = "C1";
    private SlackWorkspace workspace = null!;

    public async Task InitializeAsync() => workspace = await SlackWorkspace.StartAsync();

    public async Task DisposeAsync() => await workspace.DisposeAsync();

    [Fact]
    public async Task A_slack_that_asks_to_wait_is_left_in_peace_for_as_long_as_it_asked()
    {
        workspace.Answer(new ScriptedReply(429, """{"ok":false,"error":"ratelimited"}""").With("Retry-After", "2"));
        var host = new HostFixture();
        await host.StartAsync(SlackHost.Settings(workspace));

        await SayAsync(host, "C1", "help");
        await SlackHost.UntilAsync(() => workspace.Writes.Count == 1);
        await SayAsync(host, "C2", "help");
        await SlackHost.UntilAsync(() => workspace.Messages.Count == 2);

        var writes = workspace.Writes;
        Stopwatch.GetElapsedTime(writes[0].At, writes[1].At).ShouldBeGreaterThan(TimeSpan.FromSeconds(1.9));
        await host.DisposeAsync();
    }

    [Fact]
    public async Task Writes_to_one_channel_keep_their_distance()
    {
        var host = new HostFixture();
        await host.StartAsync([.. SlackHost.Settings(workspace), "--Slack:Pace", "00:00:00.600"]);

        var started = Stopwatch.GetTimestamp();
        foreach (var _ in Enumerable.Range(0, 4))
        {
            await SayAsync(host, Channel, "help");
        }

        await SlackHost.UntilAsync(() => workspace.Messages.Count == 4);
        Stopwatch.GetElapsedTime(started, workspace.Writes[3].At).ShouldBeGreaterThan(TimeSpan.FromSeconds(1.7), "three distances of 0.6 seconds");
        await host.DisposeAsync();
    }

    [Fact]
    public async Task An_answer_that_takes_its_time_is_one_message_that_changes_in_place()
    {
        await using var model = await ScriptedOpenAi.StartAsync();
        var gate = new TaskCompletionSource();
        model.Then(ModelReply.Says("[smalltalk] First half, ", "and the second half.").HeldAt(1, gate.Task));
        var host = new HostFixture();
        await host.StartAsync([.. SlackHost.Settings(workspace), .. ScriptedModelHost.Settings(model.BaseAddress)]);

        var ts = await SayAsync(host, Channel, "tell me something");
        await SlackHost.UntilAsync(() => workspace.InThread(Channel, ts).Any(message => SlackWorkspace.Blocks(message).Contains("hourglass_flowing", StringComparison.Ordinal)));
        gate.SetResult();
        await SlackHost.AnswersAsync(workspace, Channel, ts, 1);

        var answer = workspace.InThread(Channel, ts).ShouldHaveSingleItem();
        SlackWorkspace.Blocks(answer).ShouldContain("and the second half.");
        workspace.Writes.Count(write => write.Method == "chat.postMessage").ShouldBe(1);
        await host.DisposeAsync();
    }

    [Fact]
    public async Task A_fault_of_slack_is_tried_again_and_a_refusal_is_told_to_the_operators()
    {
        workspace.Answer(
            new ScriptedReply(500, "oops"), ScriptedReply.Json("""{"ok":false,"error":"internal_error"}"""), new ScriptedReply(200, "no json"));
        var host = new HostFixture();
        await host.StartAsync(SlackHost.Settings(workspace));

        var ts = await SayAsync(host, Channel, "help");
        await SlackHost.AnswersAsync(workspace, Channel, ts, 1);
        workspace.Answer(ScriptedReply.Json("""{"ok":false,"error":"channel_not_found"}"""));
        await SayAsync(host, "C9", "help");

        await PendingActions.ApprovalHost.UntilAsync(async () => (await NoticesAsync(host)).Contains("channel_not_found", StringComparison.Ordinal));
        workspace.Messages.ShouldHaveSingleItem();
        (await NoticesAsync(host)).ShouldNotContain(SlackWorkspace.Token);
        await host.DisposeAsync();
    }

    [Fact]
    public async Task When_slack_does_not_like_the_blocks_the_text_goes_alone()
    {
        workspace.DislikesBlocks = true;
        var host = new HostFixture();
        await host.StartAsync(SlackHost.Settings(workspace));

        var ts = await SayAsync(host, Channel, "top offers by revenue");

        await SlackHost.UntilAsync(() => workspace.InThread(Channel, ts) is [var answer]
            && SlackWorkspace.Text(answer, "text")!.Contains("is first by revenue", StringComparison.Ordinal));
        workspace.InThread(Channel, ts).ShouldHaveSingleItem()["blocks"].ShouldBeNull();
        await host.DisposeAsync();
    }

    [Fact]
    public async Task A_process_that_dies_while_posting_does_not_post_twice()
    {
        var data = Directory.CreateTempSubdirectory("promptlab-slack-").FullName;
        workspace.LoseAnswer();
        string[] settings = [.. SlackHost.Settings(workspace)];
        using (var killed = await HostProcess.StartAsync(data, settings))
        {
            await SayAsync(killed.Client, TimeProvider.System, Channel, "help", "1736938000.000001");
            await SlackHost.UntilAsync(() => workspace.Messages.Count == 1);
            await killed.KillAsync();
        }

        using var revived = await HostProcess.StartAsync(data, settings);

        await SlackHost.UntilAsync(() => workspace.Writes.Any(write => write.Method == "chat.update"));
        await SlackHost.SettleAsync();
        workspace.Messages.ShouldHaveSingleItem();
        await revived.KillAsync();
        Directory.Delete(data, recursive: true);
    }

    [Fact]
    public async Task A_process_that_dies_while_answering_loses_nothing()
    {
        var data = Directory.CreateTempSubdirectory("promptlab-slack-").FullName;
        await using var model = await ScriptedOpenAi.StartAsync();
        model.Then(ModelReply.Hangs());
        string[] settings = [.. SlackHost.Settings(workspace), .. ScriptedModelHost.Settings(model.BaseAddress)];
        const string First = "1736938000.000001";
        using (var killed = await HostProcess.StartAsync(data, settings))
        {
            await SayAsync(killed.Client, TimeProvider.System, Channel, "do not lose me", First);
            await model.NextRequestAsync();
            await SayAsync(killed.Client, TimeProvider.System, Channel, "nor me", "1736938000.000002", First);
            await killed.KillAsync();
        }

        model.Always(ModelReply.Says("[smalltalk] Here again."));
        using var revived = await HostProcess.StartAsync(data, settings);

        var answers = await SlackHost.AnswersAsync(workspace, Channel, First, 2);
        answers.ShouldAllBe(answer => SlackWorkspace.Blocks(answer).Contains("Here again.", StringComparison.Ordinal));
        await SlackHost.SettleAsync();
        workspace.InThread(Channel, First).Count.ShouldBe(2);
        await revived.KillAsync();
        Directory.Delete(data, recursive: true);
    }

    [Theory, OnPostgres]
    public async Task Two_nodes_answer_each_message_once(DatabaseProvider provider)
    {
        await using var database = await FreshDatabase.CreateMigratedAsync(provider);
        string[] settings = [.. SlackHost.Settings(workspace), .. database.Settings.SelectMany(pair => new[] { $"--{pair.Key}", pair.Value! })];
        var (one, two) = (new HostFixture(), new HostFixture());
        await Task.WhenAll(one.StartAsync(settings), two.StartAsync(settings));
        var messages = Enumerable.Range(0, 12).Select(_ => SlackHost.NextTs()).ToList();

        await Task.WhenAll(messages.SelectMany(ts => new[] { SayAsync(one, $"C{ts[^1]}", "help", ts), SayAsync(two, $"C{ts[^1]}", "help", ts) }));

        await SlackHost.UntilAsync(() => workspace.Messages.Count >= messages.Count);
        await SlackHost.SettleAsync();
        workspace.Messages.Select(message => SlackWorkspace.Text(message, "thread_ts")).ShouldBe(messages, ignoreOrder: true);
        await one.DisposeAsync();
        await two.DisposeAsync();
    }

    private static Task<string> SayAsync(HostFixture host, string channel, string text, string? ts = null) =>
        SayAsync(host.Client, host.Clock, channel, text, ts ?? SlackHost.NextTs());

    private static async Task<string> SayAsync(HttpClient client, TimeProvider clock, string channel, string text, string ts, string? thread = null)
    {
        var said = thread is null ? SlackHost.Mention(SlackHost.Ben, channel, ts, text) : SlackHost.Reply(SlackHost.Ben, channel, ts, text, thread);
        using var reply = await SlackHost.PostAsync(client, "/slack/events", said.ToJsonString(), "application/json", clock.GetUtcNow());
        reply.EnsureSuccessStatusCode();
        return ts;
    }

    private static async Task<string> NoticesAsync(HostFixture host)
    {
        var list = await host.Client.GetFromJsonAsync<JsonElement>("/api/v1/conversations?search=Service");
        var texts = new List<string>();
        foreach (var conversation in list.GetProperty("data").EnumerateArray())
        {
            texts.Add((await host.Client.GetFromJsonAsync<JsonElement>($"/api/v1/conversations/{conversation.GetProperty("id")}/messages")).GetRawText());
        }

        return string.Join('\n', texts);
    }
}
