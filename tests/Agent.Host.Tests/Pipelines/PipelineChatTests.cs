using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using PromptLab.Host.Tests.Hosting;
using PromptLab.Host.Tests.Templates;
using static PromptLab.Host.Tests.Pipelines.PipelineCalls;
using static PromptLab.Host.Tests.Pipelines.RunCalls;

namespace PromptLab.Host.Tests.Pipelines;

public sealed class PipelineChatTests(HostFixture host) : IClassFixture<HostFixture>
{
    [Fact]
    public async Task Without_pipelines_the_list_says_where_they_are_made()
    {
        using var newcomer = await host.SignInAsync("newcomer-to-pipelines");

        (await HostFixture.AskAsync(newcomer, "list my pipelines")).Reply.ShouldContain("no pipelines yet");
    }

    [Fact]
    public async Task Pipelines_are_listed_with_their_inputs_and_steps()
    {
        using var client = await host.SignInAsync("lister-of-pipelines");
        await DigestAsync(client, "Weekly Digest");

        var turn = await HostFixture.AskAsync(client, "list my pipelines");

        turn.Reply.ShouldContain("You have 1 pipeline.");
        Rows(turn)[0].EnumerateArray().Take(3).Select(cell => cell.GetString()).ShouldBe(["Weekly Digest", "period", "figures, comment"]);
    }

    [Fact]
    public async Task A_pipeline_is_run_by_a_part_of_its_name_and_shows_its_steps_and_output()
    {
        using var client = await host.SignInAsync("runner-of-pipelines");
        await DigestAsync(client, "Weekly Digest");

        var turn = await HostFixture.AskAsync(client, "run the Weekly pipeline with period = last week");

        turn.Reply.ShouldContain("[offline answer: no model was asked]");
        turn.Reply.ShouldContain("2 of 2 steps done · offline provider, no model was asked");
        var card = Card(turn, "run");
        (Said(card, "title"), Said(card, "status")).ShouldBe(("Weekly Digest", "completed"));
        card.GetProperty("steps").EnumerateArray().Select(step => (Said(step, "name"), Said(step, "status"), Said(step, "by")))
            .ShouldBe([("figures", "completed", "performance_summary"), ("comment", "completed", "offline, offline")]);
        var run = await client.GetRunAsync(Said(card, "id")!);
        Said(card.GetProperty("steps")[0], "output").ShouldBe(Said(StepOf(run, "figures"), "output"));
        turn.Of("STEP_STARTED").Select(item => Said(item.Json, "stepName")).ShouldBe(["Running the step figures", "Running the step comment"]);
    }

    [Fact]
    public async Task What_is_missing_is_asked_in_one_question_and_the_answer_runs_it()
    {
        using var client = await host.SignInAsync("asked-of-pipelines");
        var template = await client.CreateTemplateAsync("Greet", "Greet {{name}} in {{language}}");
        await client.CreatePipelineAsync("Greeting", ["name", "language"], Step("greet", template));

        var asked = await HostFixture.AskAsync(client, "run pipeline Greeting");
        var answered = await HostFixture.AskAsync(client, "name = Ann, language = Dutch", asked.Conversation);

        asked.Reply.ShouldContain("Which values should name, language have?");
        answered.Reply.ShouldContain("Greet Ann in Dutch");
    }

    [Fact]
    public async Task A_name_that_fits_none_or_several_is_asked_about()
    {
        using var client = await host.SignInAsync("chooser-of-pipelines");
        await DigestAsync(client, "Digest North");
        await DigestAsync(client, "Digest South");

        (await HostFixture.AskAsync(client, "run pipeline Digest")).Reply.ShouldContain("Several pipelines match “Digest”");
        (await HostFixture.AskAsync(client, "run pipeline Nonsense")).Reply.ShouldContain("You have no pipeline called “Nonsense”");
    }

    [Fact]
    public async Task A_run_that_fails_says_which_step_and_shows_what_is_done()
    {
        using var client = await host.SignInAsync("failer-of-pipelines");
        await client.CreatePipelineAsync(
            "Failing", ["offer"], Tool("figures", "performance_summary", new { date_range = "last week" }), Tool("pages", "top_landing_pages", new { offer = "{{offer}}" }));

        var turn = await HostFixture.AskAsync(client, "run pipeline Failing with offer = nothing like this");

        turn.Reply.ShouldContain("The step “pages” failed");
        Card(turn, "run").GetProperty("steps").EnumerateArray().Count(step => Said(step, "status") == "failed").ShouldBe(1);
    }

    [Fact]
    public async Task A_program_runs_it_as_a_workflow_and_gets_data()
    {
        using var client = await host.SignInAsync("program-of-pipelines");
        await DigestAsync(client, "Digest");

        using var response = await client.PostAsJsonAsync("/api/v1/workflows/run_pipeline", new { pipeline = "digest", variables = new { period = "last week" } });
        using var unclear = await client.PostAsJsonAsync("/api/v1/workflows/run_pipeline", new { pipeline = "digest" });

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        var result = (await TemplateCalls.ReadAsync(response)).GetProperty("result");
        (Said(result, "status"), result.GetProperty("steps").GetArrayLength()).ShouldBe(("completed", 2));
        Said(await TemplateCalls.ReadAsync(unclear), "status").ShouldBe("asked");
    }

    [Fact]
    public async Task A_pipeline_that_broke_since_it_was_saved_says_why_it_does_not_run()
    {
        using var client = await host.SignInAsync("breaker-of-pipelines");
        var template = await client.CreateTemplateAsync("Doomed", "Hi");
        await client.CreatePipelineAsync("Doomed", [], Step("greet", template));
        (await client.DeleteAsync($"{TemplateCalls.Path(template)}?force=true")).Dispose();

        (await HostFixture.AskAsync(client, "run pipeline Doomed")).Reply.ShouldContain("There is no such template among yours.");
    }

    private static async Task DigestAsync(HttpClient client, string name)
    {
        var template = await client.CreateTemplateAsync($"Comment of {name}", "Comment on {{figures}}");
        await client.CreatePipelineAsync(
            name, ["period"], Tool("figures", "performance_summary", new { date_range = "{{period}}" }, "figures"), Step("comment", template));
    }

    private static JsonElement Rows(ChatTurn turn) => Card(turn, "table").GetProperty("rows");

    private static JsonElement Card(ChatTurn turn, string kind) => turn.Of("CUSTOM").Select(item => item.Json)
        .Where(item => Said(item, "name") == "card" && Said(item.GetProperty("value"), "kind") == kind).Select(item => item.GetProperty("value").GetProperty("data")).First();
}
