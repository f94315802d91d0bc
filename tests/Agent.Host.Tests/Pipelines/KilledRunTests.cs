using PromptLab.Host.Tests.Hosting;
using PromptLab.Host.Tests.Templates;
using PromptLab.Testing.Models;
using static PromptLab.Host.Tests.Pipelines.PipelineCalls;
using static PromptLab.Host.Tests.Pipelines.RunCalls;

namespace PromptLab.Host.Tests.Pipelines;

public sealed class KilledRunTests
{
    [Fact]
    public async Task Killing_the_process_in_the_middle_of_a_run_leaves_it_interrupted_and_resuming_it_keeps_what_is_done()
    {
        var data = Directory.CreateTempSubdirectory("promptlab-killed-").FullName;
        await using var model = await ScriptedOpenAi.StartAsync();
        model.Then(ModelReply.Says("first"), ModelReply.Hangs());
        using var killed = await HostProcess.StartAsync(data, ScriptedModelHost.Settings(model.BaseAddress));
        var pipeline = await killed.Client.CreatePipelineAsync(
            "Killed", [], Step("one", await killed.Client.CreateTemplateAsync("One", "One"), "one"), Step("two", await killed.Client.CreateTemplateAsync("Two", "Two {{one}}"), "two"),
            Step("three", await killed.Client.CreateTemplateAsync("Three", "Three {{two}}")));
        using var stream = await killed.Client.OpenRunAsync(pipeline);
        var id = RunId(stream);
        await model.NextRequestAsync();
        await model.NextRequestAsync();

        await killed.KillAsync();
        using var revived = await HostProcess.StartAsync(data, ScriptedModelHost.Settings(model.BaseAddress));

        var interrupted = await revived.Client.GetRunAsync(id);
        (Said(interrupted, "status"), Steps(interrupted)).ShouldBe(("interrupted", "one completed, two interrupted, three skipped"));
        var followed = await revived.Client.FollowRunAsync(id);
        followed.Last.GetProperty("code").GetString().ShouldBe("interrupted");
        model.Then(ModelReply.Says("second"), ModelReply.Says("third"));
        var run = await revived.Client.ResumeAsync(id);
        (Said(run, "status"), Said(run, "output"), Said(StepOf(run, "one"), "output")).ShouldBe(("completed", "third", "first"));
        model.Requests.Count.ShouldBe(4);
        var all = await revived.Client.FollowRunAsync(id, followed.Events[^1].Id);
        (all.Events[0].Type, all.Last.GetProperty("type").GetString()).ShouldBe(("RUN_STARTED", "RUN_FINISHED"));
        await revived.KillAsync();
        Directory.Delete(data, recursive: true);
    }
}
