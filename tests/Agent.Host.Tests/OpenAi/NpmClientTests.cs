using System.Net.Http.Json;
using System.Text.Json;
using PromptLab.Data.ApiKeys;
using PromptLab.Host.Tests.Conformance;
using PromptLab.Host.Tests.Hosting;
using PromptLab.Testing.Requirements;

namespace PromptLab.Host.Tests.OpenAi;

/// <summary>npm's <c>openai</c> against the running service.</summary>
public sealed class NpmClientTests(HostFixture host) : IClassFixture<HostFixture>
{
    private const string Question = "Which landing page is best for Summer Promo in Germany last month?";

    [NodeFact]
    public async Task The_client_finds_the_agent_among_the_models()
    {
        var reports = await OpenAiPackage.RunAsync(host.Address, new { list = true }, new { model = "promptlab" }, new { model = "gpt-9" });

        reports[0].Models.ShouldBe(["promptlab"]);
        reports[1].Models.ShouldBe(["promptlab"]);
        reports[2].Error.ShouldNotBeNull().ShouldSatisfyAllConditions(
            error => error.Name.ShouldBe("NotFoundError"), error => error.Code.ShouldBe("model_not_found"));
    }

    [NodeFact]
    public async Task A_streamed_answer_comes_in_pieces_and_a_follow_up_is_understood()
    {
        var reports = await OpenAiPackage.RunAsync(
            host.Address,
            new { say = Question, stream = true, options = new { stream_options = new { include_usage = true } } },
            new { say = "what about France?" });

        reports[0].Chunks.ShouldBeGreaterThan(1);
        reports[0].Content.ShouldNotBeNull().ShouldContain("Summer LP v2 (5001)");
        reports[0].Usage.ShouldNotBeNull();
        reports[0].Finish.ShouldBe("stop");
        reports[1].Content.ShouldNotBeNull().ShouldContain("· France ·");
        reports[1].Conversation.ShouldBe(reports[0].Conversation);
    }

    [NodeFact]
    public async Task A_proposal_is_a_question_that_yes_answers()
    {
        var reports = await OpenAiPackage.RunAsync(
            host.Address, new { say = "tracking link for partner 34567 on offer 1002" }, new { say = "yes", stream = true });

        reports[0].Pending.ShouldNotBeNull();
        reports[0].Content.ShouldNotBeNull().ShouldContain("Answer **yes** to confirm or **no** to cancel.");
        reports[1].Content.ShouldNotBeNull().ShouldContain("**Approved:**");
    }

    [NodeFact]
    public async Task Their_conversation_goes_on_in_the_page()
    {
        var reports = await OpenAiPackage.RunAsync(host.Address, new { say = Question });

        var turn = await host.AskAsync("what about France?", reports[0].Conversation);

        turn.Reply.ShouldContain("· France ·");
    }

    [NodeFact]
    public async Task A_conversation_of_the_page_goes_on_with_the_client()
    {
        var turn = await host.AskAsync("tracking link for partner 56789 on offer 1002");

        var reports = await OpenAiPackage.RunAsync(
            host.Address, new { say = "no", options = new { metadata = new { conversation_id = turn.Conversation.ToString() } } });

        var pending = await host.Client.GetFromJsonAsync<JsonElement>($"/api/v1/pending-actions?conversation_id={turn.Conversation}");
        reports[0].Conversation.ShouldBe(turn.Conversation);
        pending.GetProperty("data")[0].GetProperty("status").GetString().ShouldBe("cancelled");
    }

    [NodeFact]
    public async Task A_key_identifies_its_owner_and_a_wrong_one_nobody()
    {
        var key = await ((ApiKeyRepository)host.Services.GetService(typeof(ApiKeyRepository))!).CreateAsync("npm-owner", "test", CancellationToken.None);

        var known = await OpenAiPackage.RunAsync(host.Address, key.Key, [new { say = "what can you do?" }]);
        var unknown = await OpenAiPackage.RunAsync(host.Address, "plk_wrong", [new { say = "what can you do?" }]);

        known[0].Finish.ShouldBe("stop");
        (await host.Client.GetAsync($"/api/v1/conversations/{known[0].Conversation}")).IsSuccessStatusCode.ShouldBeFalse();
        unknown[0].Error.ShouldNotBeNull().ShouldSatisfyAllConditions(
            error => error.Name.ShouldBe("AuthenticationError"), error => error.Code.ShouldBe("invalid_api_key"));
    }

    [NodeFact]
    public async Task What_the_agent_cannot_do_is_refused_by_name()
    {
        var reports = await OpenAiPackage.RunAsync(
            host.Address,
            new { say = "hello", options = new { n = 2 } },
            new { say = "hello", options = new { response_format = new { type = "json_object" } } });

        reports.Select(report => (report.Error!.Name, report.Error.Param)).ShouldBe([("BadRequestError", "n"), ("BadRequestError", "response_format")]);
    }
}
