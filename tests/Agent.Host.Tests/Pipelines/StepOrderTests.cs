using PromptLab.Host.Tests.Hosting;
using PromptLab.Host.Tests.Templates;
using PromptLab.Testing.Models;
using static PromptLab.Host.Tests.Pipelines.PipelineBench;
using static PromptLab.Host.Tests.Pipelines.PipelineCalls;
using static PromptLab.Host.Tests.Pipelines.RunCalls;

namespace PromptLab.Host.Tests.Pipelines;

public sealed class StepOrderTests(ScriptedModelHost host) : IClassFixture<ScriptedModelHost>
{
    [Fact]
    public async Task What_waits_for_steps_that_end_at_the_same_moment_begins_behind_the_end_of_the_last_one()
    {
        await host.RestartAsync();
        string[] names = [.. Enumerable.Range(1, 8).Select(number => $"part_{number}")];
        var part = await host.Client.CreateTemplateAsync("Part", "Say x");
        var whole = await host.Client.CreateTemplateAsync("Whole", string.Concat(names.Select(name => $"{{{{{name}}}}}")));
        var pipeline = await host.Client.CreatePipelineAsync("Gathered", [], [.. names.Select(name => Step(name, part, name)), Step("whole", whole)]);
        var gate = new TaskCompletionSource();
        host.Model.Then([.. names.Select(_ => ModelReply.Says("x").HeldAt(0, gate.Task)), ModelReply.Says("all")]);

        using var response = await host.Client.OpenRunAsync(pipeline);
        foreach (var _ in names)
        {
            await host.Model.NextRequestAsync();
        }

        gate.SetResult();
        var run = await ChatTurn.ReadAsync(response);

        var steps = run.Events.Where(item => item.Type is "STEP_STARTED" or "STEP_FINISHED").Select(item => (item.Type, Said(item.Json, "stepName"))).ToList();
        steps.TakeLast(2).ShouldBe([("STEP_STARTED", "whole"), ("STEP_FINISHED", "whole")]);
        steps.Count.ShouldBe(2 * names.Length + 2);
    }

    [Fact]
    public async Task Steps_without_a_tie_between_them_really_run_at_the_same_time()
    {
        await host.RestartAsync();
        var pipeline = await host.Client.CreatePipelineAsync(
            Name("Parallel"), [], Step("left", await host.TemplateAsync("left"), "left"), Step("right", await host.TemplateAsync("right"), "right"),
            Step("both", await host.TemplateAsync("{{left}}{{right}}")));
        var gate = new TaskCompletionSource();
        host.Model.Then(ModelReply.Says("x").HeldAt(0, gate.Task), ModelReply.Says("x").HeldAt(0, gate.Task), ModelReply.Says("xx"));

        using var response = await host.Client.OpenRunAsync(pipeline);
        await host.Model.NextRequestAsync();
        await host.Model.NextRequestAsync();
        gate.SetResult();
        var run = await ChatTurn.ReadAsync(response);

        run.Events.Where(item => item.Type is "STEP_STARTED" or "STEP_FINISHED").Select(item => item.Type).Take(4)
            .ShouldBe(["STEP_STARTED", "STEP_STARTED", "STEP_FINISHED", "STEP_FINISHED"]);
        Said(await host.Client.GetRunAsync(RunId(response)), "output").ShouldBe("xx");
    }

    [Fact]
    public async Task Steps_wait_when_as_many_executions_run_as_may()
    {
        await host.RestartAsync("--Executions:AtOnce", "1");
        var template = await host.TemplateAsync("Hi");
        var pipeline = await host.Client.CreatePipelineAsync(Name("Waiting"), [], Step("a", template), Step("b", template), Step("c", template));
        host.Model.Then(ModelReply.Says("1"), ModelReply.Says("2"), ModelReply.Says("3"));

        var run = await host.Client.RunPipelineAsync(pipeline);

        Steps(run).ShouldBe("a completed, b completed, c completed");
    }
}
