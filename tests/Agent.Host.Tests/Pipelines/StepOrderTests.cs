using PromptLab.Host.Tests.Hosting;
using PromptLab.Host.Tests.Templates;
using PromptLab.Testing.Models;
using static PromptLab.Host.Tests.Pipelines.PipelineCalls;
using static PromptLab.Host.Tests.Pipelines.RunCalls;

namespace PromptLab.Host.Tests.Pipelines;

public sealed class StepOrderTests(ScriptedModelHost host) : IClassFixture<ScriptedModelHost>
{
    [Fact]
    public async Task What_waits_for_steps_that_end_at_the_same_moment_begins_behind_the_end_of_the_last_one()
    {
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
}
