using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using PromptLab.Host.Tests.Hosting;
using PromptLab.Host.Tests.Templates;
using PromptLab.Testing.Models;
using static PromptLab.Host.Tests.Executions.ExecutionCalls;
using static PromptLab.Host.Tests.Templates.TemplateCalls;

namespace PromptLab.Host.Tests.Executions;

public sealed class MergedComparisonTests(ScriptedModelHost host) : IClassFixture<ScriptedModelHost>
{
    [Fact]
    public async Task The_events_of_all_runs_come_in_one_stream_and_name_their_run()
    {
        host.Model.Always(request => ModelReply.Says("It says: ", request.LastText));
        var template = await NewAsync("Short {{name}}");
        await host.Client.ChangeTemplateAsync(template, new { content = "Long {{name}}" });

        using var response = await CompareAsync(template, new { variables = new { name = "Ann" }, runs = new object[] { new { version = 1 }, new { version = 2 } } });
        var stream = await ChatTurn.ReadAsync(response);

        var ids = response.Headers.GetValues("X-Execution-Ids").Single().Split(',');
        ids.Select(id => Output(stream, id)).ShouldBe(["It says: Short Ann", "It says: Long Ann"]);
        stream.Events.Select(item => item.Id[..item.Id.IndexOf('.', StringComparison.Ordinal)]).ShouldBe(stream.Events.Select(item => item.Json.GetProperty("runId").GetString()!));
        stream.Of("RUN_FINISHED").Select(item => item.Json.GetProperty("runId").GetString()).ShouldBe(ids, ignoreOrder: true);
    }

    [Fact]
    public async Task One_run_streams_on_while_another_waits_for_its_model()
    {
        var gate = new TaskCompletionSource();
        host.Model.Always(request => request.LastText.StartsWith("Slow", StringComparison.Ordinal) ? ModelReply.Says("at last").HeldAt(0, gate.Task) : ModelReply.Says("at once"));
        var template = await NewAsync("Slow");
        await host.Client.ChangeTemplateAsync(template, new { content = "Quick" });

        using var response = await CompareAsync(template, new { runs = new object[] { new { version = 1 }, new { version = 2 } } });
        var ends = new List<string?>();
        await foreach (var item in ChatTurn.EventsAsync(response, CancellationToken.None).Where(item => item.Type == "RUN_FINISHED"))
        {
            ends.Add(item.Json.GetProperty("runId").GetString());
            gate.TrySetResult();
        }

        ends.ShouldBe(response.Headers.GetValues("X-Execution-Ids").Single().Split(',').Reverse());
    }

    [Fact]
    public async Task A_run_that_fails_leaves_the_others_alone_and_says_which_it_is()
    {
        host.Model.Always(request => request.LastText == "Bad" ? ModelReply.Fails(HttpStatusCode.BadRequest) : ModelReply.Says("fine"));
        var template = await NewAsync("Bad");
        await host.Client.ChangeTemplateAsync(template, new { content = "Good" });

        using var response = await CompareAsync(template, new { runs = new object[] { new { version = 1 }, new { version = 2 } } });
        var stream = await ChatTurn.ReadAsync(response);

        var ids = response.Headers.GetValues("X-Execution-Ids").Single().Split(',');
        stream.Of("RUN_ERROR").Single().Json.GetProperty("runId").GetString().ShouldBe(ids[0]);
        Output(stream, ids[1]).ShouldBe("fine");
    }

    [Fact]
    public async Task Who_leaves_the_stream_stops_nothing_and_each_run_can_be_followed_on()
    {
        var gate = new TaskCompletionSource();
        host.Model.Always(_ => ModelReply.Says("first ", "second").HeldAt(1, gate.Task));
        var template = await NewAsync("Hi");

        string[] ids;
        using (var response = await CompareAsync(template, new { runs = new object[] { new { }, new { } } }))
        {
            ids = response.Headers.GetValues("X-Execution-Ids").Single().Split(',');
        }

        gate.SetResult();
        var followed = await host.Client.FollowAsync(ids[1]);
        followed.Reply.ShouldBe("first second");
    }

    [Fact]
    public async Task Where_one_run_cannot_start_there_is_no_stream()
    {
        var template = await NewAsync("Hi");

        using var response = await CompareAsync(template, new { runs = new object[] { new { }, new { provider = "nobody" } } });

        response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await ReadAsync(response)).GetProperty("errors").TryGetProperty("runs[1].provider", out _).ShouldBeTrue();
    }

    private static string Output(ChatTurn stream, string id) =>
        string.Concat(stream.Of("TEXT_MESSAGE_CONTENT").Where(item => item.Json.GetProperty("messageId").GetString() == id).Select(item => item.Json.GetProperty("delta").GetString()));

    private async Task<HttpResponseMessage> CompareAsync(JsonElement template, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Path(template)}/compare") { Headers = { Accept = { new("text/event-stream") } }, Content = JsonContent.Create(body) };
        return await host.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    private Task<JsonElement> NewAsync(string content) => host.Client.CreateTemplateAsync($"Template {Guid.NewGuid()}", content);
}
