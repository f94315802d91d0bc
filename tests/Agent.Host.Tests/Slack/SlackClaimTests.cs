using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using PromptLab.Data.Slack;
using PromptLab.Host.Slack;
using PromptLab.Host.Slack.Work;
using PromptLab.Host.Tests.Hosting;
using PromptLab.Host.Tests.PendingActions;
using PromptLab.Testing.Models;

namespace PromptLab.Host.Tests.Slack;

/// <summary>Entries of the inbox whose work ends badly.</summary>
public sealed class SlackClaimTests : IAsyncLifetime
{
    private const string Channel = "C1";
    private SlackWorkspace workspace = null!;

    public async Task InitializeAsync() => workspace = await SlackWorkspace.StartAsync();

    public async Task DisposeAsync() => await workspace.DisposeAsync();

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

    [Fact]
    public async Task A_post_whose_process_died_stands_in_its_thread_once_and_is_answered()
    {
        var data = Directory.CreateTempSubdirectory("promptlab-slack-").FullName;
        await using var model = await ScriptedOpenAi.StartAsync();
        model.Then(ModelReply.Hangs());
        var settings = ScriptedModelHost.Settings(model.BaseAddress);
        string? ts;
        using (var killed = await HostProcess.StartAsync(data, settings))
        {
            ts = (await CallAsync(killed.Client, "chat.postMessage", $"channel={Channel}&text=do not lose me")).GetProperty("ts").GetString();
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
}
