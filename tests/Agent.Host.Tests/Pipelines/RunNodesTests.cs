using System.Net;
using System.Text.Json;
using PromptLab.Host.Tests.Hosting;
using PromptLab.Host.Tests.Templates;
using PromptLab.Testing.Models;
using PromptLab.Testing.Requirements;
using PromptLab.Testing.Time;
using static PromptLab.Host.Tests.Pipelines.PipelineCalls;
using static PromptLab.Host.Tests.Pipelines.RunCalls;

namespace PromptLab.Host.Tests.Pipelines;

/// <summary>A run is the same from every node, whichever drives it.</summary>
public sealed class RunNodesTests : IAsyncLifetime
{
    private TwoNodes _nodes = null!;

    public async Task InitializeAsync() => _nodes = await TwoNodes.StartAsync();

    public async Task DisposeAsync() => await _nodes.DisposeAsync();

    [PostgresFact]
    public async Task A_run_that_one_node_drives_is_followed_and_stopped_on_another()
    {
        var pipeline = await PipelineAsync();
        _nodes.Model.Then(ModelReply.Says("1"), ModelReply.Says("2").HeldAt(0, new TaskCompletionSource().Task));
        using var started = await _nodes.A.OpenRunAsync(pipeline);
        var id = RunId(started);

        var (followed, cancel) = await FollowAndStopAsync($"{RunsRoot}/{id}");

        cancel.ShouldBe(HttpStatusCode.Accepted);
        var own = await ChatTurn.ReadAsync(started);
        own.Last.GetProperty("outcome").GetProperty("type").GetString().ShouldBe("cancelled");
        followed.Select(item => (item.Id, item.Json.ToString())).ShouldBe(own.Events.Select(item => (item.Id, item.Json.ToString())));
        Steps(await _nodes.B.GetRunAsync(id)).ShouldBe("one completed, two cancelled");
    }

    [PostgresFact]
    public async Task A_run_that_failed_on_one_node_goes_on_on_another_and_both_tell_all_of_it()
    {
        var pipeline = await PipelineAsync();
        _nodes.Model.Then(ModelReply.Says("1"), ModelReply.Fails(HttpStatusCode.BadRequest));
        var id = RunId(await _nodes.A.RunPipelineAsync(pipeline));
        _nodes.Model.Then(ModelReply.Says("2"));

        var resumed = await _nodes.B.ResumeAsync(id);

        (Said(resumed, "status"), Said(resumed, "output"), resumed.GetProperty("attempts").GetInt32()).ShouldBe(("completed", "2", 2));
        var events = (await _nodes.A.FollowRunAsync(id)).Events;
        events.Where(item => item.Type is "RUN_STARTED" or "RUN_ERROR" or "RUN_FINISHED").Select(item => item.Type)
            .ShouldBe(["RUN_STARTED", "RUN_ERROR", "RUN_STARTED", "RUN_FINISHED"]);
        (await _nodes.B.FollowRunAsync(id)).Events.Select(item => item.Id).ShouldBe(events.Select(item => item.Id));
    }

    /// <summary>Follows on the second node, and stops it there as soon as the second step has begun.</summary>
    private async Task<(IReadOnlyList<StreamedEvent> Events, HttpStatusCode Cancel)> FollowAndStopAsync(string run)
    {
        using var patience = new CancellationTokenSource(Patience.Longest);
        using var response = await _nodes.B.GetAsync($"{run}/events", HttpCompletionOption.ResponseHeadersRead, patience.Token);
        var events = new List<StreamedEvent>();
        var status = default(HttpStatusCode);
        await foreach (var item in ChatTurn.EventsAsync(response, patience.Token))
        {
            events.Add(item);
            if (item.Type == "STEP_STARTED" && Said(item.Json, "stepName") == "two")
            {
                using var cancel = await _nodes.B.PostAsync($"{run}/cancel", null, patience.Token);
                status = cancel.StatusCode;
            }
        }

        return (events, status);
    }

    private async Task<JsonElement> PipelineAsync() => await _nodes.A.CreatePipelineAsync(
        "Shared", [], Step("one", await _nodes.A.CreateTemplateAsync("One", "One"), "one"), Step("two", await _nodes.A.CreateTemplateAsync("Two", "Two {{one}}")));
}
