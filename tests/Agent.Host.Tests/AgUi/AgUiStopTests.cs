using System.Net;
using PromptLab.Host.Tests.Browser;
using PromptLab.Host.Tests.Hosting;
using PromptLab.Testing.Models;
using PromptLab.Testing.Time;

namespace PromptLab.Host.Tests.AgUi;

/// <summary>AG-UI clients stop a run by closing its connection.</summary>
public sealed class AgUiStopTests(ScriptedHost host) : IClassFixture<ScriptedHost>
{
    [Fact]
    public async Task A_client_that_goes_away_stops_its_run_and_may_ask_the_next_question()
    {
        host.Model.Then(ModelReply.Says("Once upon ", "a time").ThenHangs()).Then(ModelReply.Says("The end."));
        using (var response = await host.Client.RunAsync(AgUiCalls.Input("t", "1", "a very long story")))
        {
            await host.Model.NextRequestAsync();
        }

        await StoppedAsync();
        var turn = await host.Client.SayAsync("t", "2", "how does it end then");

        turn.Reply.ShouldBe("The end.");
        turn.Last.GetProperty("outcome").GetProperty("type").GetString().ShouldBe("success");
    }

    [Fact]
    public async Task A_thread_that_still_answers_somebody_else_says_so()
    {
        host.Model.Then(ModelReply.Says("Once upon ", "a time").ThenHangs());
        using var first = await host.Client.RunAsync(AgUiCalls.Input("busy", "1", "another long story"));
        await host.Model.NextRequestAsync();

        using var second = await host.Client.RunAsync(AgUiCalls.Input("busy", "2", "and now something else"));

        second.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await second.ReadCodeAsync()).ShouldBe("turn_running");
    }

    /// <summary>The model sees that nobody wants its answer any more.</summary>
    private Task StoppedAsync() => host.Model.Requests[^1].Aborted.WaitAsync(Patience.Longest);
}
