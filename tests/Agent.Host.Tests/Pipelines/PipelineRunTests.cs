using PromptLab.Host.Tests.Hosting;
using PromptLab.Host.Tests.Templates;
using PromptLab.Testing.Models;
using static PromptLab.Host.Tests.Pipelines.PipelineBench;
using static PromptLab.Host.Tests.Pipelines.PipelineCalls;
using static PromptLab.Host.Tests.Pipelines.RunCalls;

namespace PromptLab.Host.Tests.Pipelines;

public sealed class PipelineRunTests(ScriptedModelHost host) : IClassFixture<ScriptedModelHost>
{
    [Fact]
    public async Task Three_steps_one_of_them_a_workflow_tool_feed_each_other()
    {
        await host.RestartAsync("--Models:Providers:scripted:InputPricePerMillion", "1000000", "--Models:Providers:scripted:OutputPricePerMillion", "0");
        var pipeline = await host.Client.CreatePipelineAsync(
            Name("Digest"), ["period"],
            Tool("figures", "performance_summary", new { date_range = "{{period}}" }, "figures"),
            Step("comment", await host.TemplateAsync("Comment on {{text}}"), "comment", new { text = "{{figures}}" }),
            Step("mail", await host.TemplateAsync("Mail: {{comment}}"), "mail"));
        host.Model.Then(ModelReply.Says("Good ", "week."), ModelReply.Says("Dear all, good week."));
        var before = host.Model.Requests.Count;

        var run = await host.Client.RunPipelineAsync(pipeline, new { period = "last week" });

        Steps(run).ShouldBe("figures completed, comment completed, mail completed");
        (Said(run, "status"), Said(run, "output"), run.GetProperty("resumable").GetBoolean()).ShouldBe(("completed", "Dear all, good week.", false));
        var figures = Said(StepOf(run, "figures"), "output")!;
        figures.ShouldContain("| --- ");
        host.Prompt(before).ShouldBe($"Comment on {figures}");
        host.Prompt(before + 1).ShouldBe("Mail: Good week.");
        run.GetProperty("cost").GetDecimal().ShouldBe(run.GetProperty("input_tokens").GetInt64());
        run.GetProperty("input_tokens").GetInt64().ShouldBe(1800);
        var execution = await host.Client.GetJsonAsync($"/api/v1/executions/{Said(StepOf(run, "mail"), "execution_id")}");
        (Said(execution.GetProperty("execution"), "run_id"), Said(execution.GetProperty("execution"), "step")).ShouldBe((RunId(run), "mail"));
        (await host.Client.GetJsonAsync($"/api/v1/executions?pipeline_id={pipeline.GetProperty("id").GetString()}")).GetProperty("data").GetArrayLength().ShouldBe(2);
    }

    [Fact]
    public async Task A_run_streams_its_steps_and_the_text_of_their_models_and_can_be_read_again_from_any_event()
    {
        await host.RestartAsync();
        var pipeline = await host.Client.CreatePipelineAsync(
            Name("Streamed"), ["text"], Step("short", await host.TemplateAsync("Shorten {{text}}"), "short"), Step("shout", await host.TemplateAsync("Shout {{short}}")));
        host.Model.Then(ModelReply.Says("a ", "b"), ModelReply.Says("A B!"));

        using var response = await host.Client.OpenRunAsync(pipeline, new { text = "a b c" });
        var run = await ChatTurn.ReadAsync(response);
        var again = await host.Client.FollowRunAsync(RunId(response));
        var rest = await host.Client.FollowRunAsync(RunId(response), run.Events[4].Id);

        run.Events.Where(item => item.Type is not "CUSTOM").Select(item => item.Type).ShouldBe(
            [
                "RUN_STARTED", "STEP_STARTED", "TEXT_MESSAGE_START", "TEXT_MESSAGE_CONTENT", "TEXT_MESSAGE_CONTENT", "TEXT_MESSAGE_END", "STEP_FINISHED",
                "STEP_STARTED", "TEXT_MESSAGE_START", "TEXT_MESSAGE_CONTENT", "TEXT_MESSAGE_END", "STEP_FINISHED", "RUN_FINISHED",
            ]);
        run.Reply.ShouldBe("a bA B!");
        var record = await host.Client.GetRunAsync(RunId(response));
        run.Of("TEXT_MESSAGE_START").Select(item => Said(item.Json, "messageId")).ShouldBe(record.GetProperty("steps").EnumerateArray().Select(step => Said(step, "execution_id")));
        StatusesOf(run, "shout").ShouldBe(["pending", "running", "running", "completed"]);
        again.Events.Select(item => item.Json.ToString()).ShouldBe(run.Events.Select(item => item.Json.ToString()));
        rest.Events.Select(item => item.Id).ShouldBe(run.Events.Skip(5).Select(item => item.Id));
    }

    [Fact]
    public async Task A_step_whose_condition_does_not_hold_is_skipped_and_its_output_is_empty()
    {
        await host.RestartAsync();
        var pipeline = await host.Client.CreatePipelineAsync(
            Name("Conditional"), ["mood"],
            new { name = "sorry", template_id = TemplateId(await host.TemplateAsync("Say sorry")), output = "sorry", when = new { variable = "mood", @operator = "equals", value = "Bad" } },
            new { name = "thanks", template_id = TemplateId(await host.TemplateAsync("Say thanks")), output = "thanks", when = new { variable = "mood", @operator = "not_equals", value = "bad" } },
            Step("letter", await host.TemplateAsync("Letter: {{text}}"), null, new { text = "{{sorry}}{{thanks}}" }));
        host.Model.Then(ModelReply.Says("SORRY"), ModelReply.Says("Done"));
        var before = host.Model.Requests.Count;

        var run = await host.Client.RunPipelineAsync(pipeline, new { mood = "bad " });

        Steps(run).ShouldBe("sorry completed, thanks skipped, letter completed");
        Said(StepOf(run, "thanks"), "reason").ShouldBe("It runs when mood not equals “bad”, which is not so.");
        host.Prompt(before + 1).ShouldBe("Letter: SORRY");
        Said(run, "status").ShouldBe("completed");
    }

    [Fact]
    public async Task A_tool_that_cannot_be_sure_fails_its_step_with_its_question()
    {
        await host.RestartAsync();
        var pipeline = await host.Client.CreatePipelineAsync(Name("Unclear"), ["offer"], Tool("pages", "top_landing_pages", new { offer = "{{offer}}" }));

        var run = await host.Client.RunPipelineAsync(pipeline, new { offer = "no such offer at all" });

        Said(run, "status").ShouldBe("failed");
        Said(StepOf(run, "pages").GetProperty("error"), "code").ShouldNotBeNullOrEmpty();
        Said(StepOf(run, "pages").GetProperty("error"), "message")!.ShouldContain("no such offer at all");
    }

    private static IEnumerable<string?> StatusesOf(ChatTurn run, string step) => run.Of("CUSTOM").Select(item => item.Json)
        .Where(item => Said(item, "name") == "step" && Said(item.GetProperty("value"), "name") == step).Select(item => Said(item.GetProperty("value"), "status"));
}
