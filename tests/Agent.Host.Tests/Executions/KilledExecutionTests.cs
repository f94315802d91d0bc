using PromptLab.Host.Tests.Hosting;
using PromptLab.Host.Tests.Templates;
using PromptLab.Testing.Models;
using static PromptLab.Host.Tests.Executions.ExecutionCalls;

namespace PromptLab.Host.Tests.Executions;

public sealed class KilledExecutionTests
{
    [Fact]
    public async Task Killing_the_process_in_the_middle_of_an_execution_leaves_it_interrupted_and_it_can_be_run_again()
    {
        var data = Directory.CreateTempSubdirectory("promptlab-killed-").FullName;
        await using var model = await ScriptedOpenAi.StartAsync();
        model.Then(ModelReply.Hangs());
        using var killed = await HostProcess.StartAsync(data, ScriptedModelHost.Settings(model.BaseAddress));
        var template = await killed.Client.CreateTemplateAsync("Recap", "Recap {{month}}");
        using var stream = await killed.Client.OpenStreamAsync(template, new { variables = new { month = "May" } });
        var id = Id(stream);
        await model.NextRequestAsync();

        await killed.KillAsync();
        using var revived = await HostProcess.StartAsync(data, ScriptedModelHost.Settings(model.BaseAddress));

        Text(await revived.Client.GetJsonAsync($"{RunsPath}/{id}"), "status").ShouldBe("interrupted");
        (await revived.Client.FollowAsync(id)).Last.GetProperty("code").GetString().ShouldBe("interrupted");
        model.Then(ModelReply.Says("It was May."));
        using var again = await revived.Client.PostAsync($"{RunsPath}/{id}/rerun", null);
        (await TemplateCalls.ReadAsync(again)).GetProperty("output").GetString().ShouldBe("It was May.");
        await revived.KillAsync();
        Directory.Delete(data, recursive: true);
    }
}
