using PromptLab.Host.Tests.Hosting;
using PromptLab.Host.Tests.Templates;
using PromptLab.Testing.Models;
using PromptLab.Testing.Time;
using static PromptLab.Host.Tests.Evaluations.EvaluationCalls;

namespace PromptLab.Host.Tests.Evaluations;

public sealed class KilledEvaluationTests
{
    private const int Rows = 8;
    private const int Before = 3;

    [Fact]
    public async Task Killing_the_process_in_the_middle_leaves_each_row_exactly_one_result_once_it_is_resumed()
    {
        var data = Directory.CreateTempSubdirectory("promptlab-killed-").FullName;
        await using var model = await ScriptedOpenAi.StartAsync();
        var answered = 0;
        using var hanging = new SemaphoreSlim(0);
        model.Always(request =>
        {
            if (Interlocked.Increment(ref answered) <= Before)
            {
                return ModelReply.Says(request.LastText);
            }

            hanging.Release();
            return ModelReply.Hangs();
        });
        using var killed = await HostProcess.StartAsync(data, ScriptedModelHost.Settings(model.BaseAddress));
        var dataset = await killed.Client.NumbersAsync(Rows);
        using var stream = await killed.Client.StartAsync(dataset, await killed.Client.EchoAsync(), new { parallelism = 2 }, streams: true);
        var id = Id(stream);
        var told = await UntilResultsAsync(stream, Before);
        (await hanging.WaitAsync(Patience.Longest) && await hanging.WaitAsync(Patience.Longest)).ShouldBeTrue();

        await killed.KillAsync();
        using var revived = await HostProcess.StartAsync(data, ScriptedModelHost.Settings(model.BaseAddress));
        var interrupted = await revived.Client.EvaluationAsync(id);
        var last = (await revived.Client.FollowEvaluationAsync(id))[^1].Json;
        model.Always(request => ModelReply.Says(request.LastText));
        var resumed = await revived.Client.ResumeAsync(id);
        var results = await revived.Client.ResultsAsync(id);

        (Status(interrupted), Number(interrupted, "done"), interrupted.GetProperty("resumable").GetBoolean()).ShouldBe(("interrupted", Before, true));
        last.GetProperty("code").GetString().ShouldBe("interrupted");
        (Status(resumed), Counts(resumed), resumed.GetProperty("pass").GetBoolean()).ShouldBe(("completed", (Rows, Rows, 0, 0), true));
        results.Select(result => result.GetProperty("row_id").GetGuid()).ShouldBeUnique();
        results.Count.ShouldBe(Rows);
        told.ShouldAllBe(before => results.Any(after => after.GetRawText() == before.GetRawText()));
        var executions = (await revived.Client.GetJsonAsync($"/api/v1/executions?evaluation_id={id}&limit=200")).GetProperty("data").EnumerateArray().Select(Status).ToList();
        (executions.Count(status => status == "completed"), executions.Count(status => status == "interrupted"), executions.Count).ShouldBe((Rows, 2, Rows + 2));
        await revived.KillAsync();
        Directory.Delete(data, recursive: true);
    }

    [Fact]
    public async Task Rows_that_were_answered_before_the_process_died_are_only_judged_when_it_is_resumed()
    {
        var data = Directory.CreateTempSubdirectory("promptlab-killed-").FullName;
        await using var model = await ScriptedOpenAi.StartAsync();
        using var hanging = new SemaphoreSlim(0);
        model.Always(request =>
        {
            if (!IsJudge(request))
            {
                return ModelReply.Says("Hello there");
            }

            hanging.Release();
            return ModelReply.Hangs();
        });
        using var killed = await HostProcess.StartAsync(data, ScriptedModelHost.Settings(model.BaseAddress));
        var dataset = await killed.Client.NumbersAsync(2, new { kind = "judge", judge = new { criteria = "Friendly." } });
        using var stream = await killed.Client.StartAsync(dataset, await killed.Client.EchoAsync(), new { parallelism = 2 }, streams: true);
        var id = Id(stream);
        (await hanging.WaitAsync(TimeSpan.FromMinutes(1)) && await hanging.WaitAsync(TimeSpan.FromMinutes(1))).ShouldBeTrue();

        await killed.KillAsync();
        using var revived = await HostProcess.StartAsync(data, ScriptedModelHost.Settings(model.BaseAddress));
        model.Always(request => ModelReply.Says(IsJudge(request) ? """{"score": 1, "reason": "Warm."}""" : "Asked twice"));
        var resumed = await revived.Client.ResumeAsync(id);
        var results = await revived.Client.ResultsAsync(id);

        (Status(resumed), Counts(resumed)).ShouldBe(("completed", (2, 2, 0, 0)));
        results.Select(result => result.GetProperty("output").GetString()).ShouldBe(["Hello there", "Hello there"]);
        model.Requests.Count(request => !IsJudge(request)).ShouldBe(2);
        Directory.Delete(data, recursive: true);
    }

    private static bool IsJudge(ModelRequest request) => request.LastText.StartsWith("You judge the output", StringComparison.Ordinal);
}
