using System.Net;
using PromptLab.Host.Tests.Hosting;
using PromptLab.Testing.Models;
using PromptLab.Testing.Requirements;
using PromptLab.Testing.Time;
using static PromptLab.Host.Tests.Evaluations.EvaluationCalls;

namespace PromptLab.Host.Tests.Evaluations;

/// <summary>An evaluation is the same from every node, whichever runs it.</summary>
public sealed class EvaluationNodesTests : IAsyncLifetime
{
    private TwoNodes _nodes = null!;

    public async Task InitializeAsync() => _nodes = await TwoNodes.StartAsync();

    public async Task DisposeAsync() => await _nodes.DisposeAsync();

    [PostgresFact]
    public async Task An_evaluation_that_one_node_runs_is_followed_stopped_and_gone_on_with_on_another()
    {
        using var model = new HeldModel(_nodes.Model);
        using var started = await _nodes.A.StartAsync(await _nodes.A.NumbersAsync(3), await _nodes.A.EchoAsync(), new { parallelism = 1 }, streams: true);
        var id = Id(started);
        await model.WaitForAsync(1);
        model.Release(1);

        var (followed, cancel) = await FollowAndStopAsync($"{EvaluationsPath}/{id}");
        var stopped = await _nodes.B.EvaluationAsync(id);
        _nodes.Model.Always(request => ModelReply.Says(request.LastText));
        var resumed = await _nodes.B.ResumeAsync(id);

        cancel.ShouldBe(HttpStatusCode.Accepted);
        var own = (await ChatTurn.ReadAsync(started)).Events;
        own[^1].Json.GetProperty("outcome").GetProperty("type").GetString().ShouldBe("cancelled");
        followed.Select(item => (item.Id, item.Json.ToString())).ShouldBe(own.Select(item => (item.Id, item.Json.ToString())));
        (Status(stopped), Counts(stopped)).ShouldBe(("cancelled", (1, 1, 0, 0)));
        (Status(resumed), Counts(resumed)).ShouldBe(("completed", (3, 3, 0, 0)));
        var all = await _nodes.A.FollowEvaluationAsync(id);
        all.Take(own.Count).Select(item => item.Id).ShouldBe(own.Select(item => item.Id));
        all.Count(item => Is(item, "result")).ShouldBe(3);
    }

    /// <summary>Follows on the second node, and stops it there as soon as the first row has its result.</summary>
    private async Task<(IReadOnlyList<StreamedEvent> Events, HttpStatusCode Cancel)> FollowAndStopAsync(string evaluation)
    {
        using var patience = new CancellationTokenSource(Patience.Longest);
        using var response = await _nodes.B.GetAsync($"{evaluation}/events", HttpCompletionOption.ResponseHeadersRead, patience.Token);
        var events = new List<StreamedEvent>();
        var status = default(HttpStatusCode);
        await foreach (var item in ChatTurn.EventsAsync(response, patience.Token))
        {
            events.Add(item);
            if (Is(item, "result"))
            {
                using var cancel = await _nodes.B.PostAsync($"{evaluation}/cancel", null, patience.Token);
                status = cancel.StatusCode;
            }
        }

        return (events, status);
    }
}
