using System.Net.Http.Json;
using System.Text.Json;
using PromptLab.Host.Tests.Hosting;
using PromptLab.Testing.Models;

namespace PromptLab.Host.Tests.Turns;

public sealed class KilledProcessTests
{
    [Fact]
    public async Task Killing_the_process_in_the_middle_of_a_turn_loses_no_user_message()
    {
        var data = Directory.CreateTempSubdirectory("promptlab-killed-").FullName;
        await using var model = await ScriptedOpenAi.StartAsync();
        model.Then(ModelReply.Hangs());
        using var killed = await HostProcess.StartAsync(data, ScriptedModelHost.Settings(model.BaseAddress));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/chat")
        {
            Headers = { Accept = { new("text/event-stream") } },
            Content = JsonContent.Create(new { message = "do not lose me" }),
        };
        using var stream = await killed.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        var conversation = stream.Headers.GetValues("X-Conversation-Id").Single();
        var turn = stream.Headers.GetValues("X-Turn-Id").Single();
        await model.NextRequestAsync();

        await killed.KillAsync();
        using var revived = await HostProcess.StartAsync(data, ScriptedModelHost.Settings(model.BaseAddress));

        var messages = await revived.Client.GetFromJsonAsync<JsonElement>($"/api/v1/conversations/{conversation}/messages");
        messages.GetProperty("data")[0].GetProperty("text").GetString().ShouldBe("do not lose me");
        using var again = await revived.Client.GetAsync($"/api/v1/turns/{turn}/events?after=1", HttpCompletionOption.ResponseHeadersRead);
        (await ChatTurn.ReadAsync(again)).Last.GetProperty("code").GetString().ShouldBe("interrupted");
        model.Always(ModelReply.Says("[smalltalk] Here again."));
        var next = await HostFixture.AskAsync(revived.Client, "still there?", Guid.Parse(conversation));
        next.Reply.ShouldBe("Here again.");
        await revived.KillAsync();
        Directory.Delete(data, recursive: true);
    }
}
