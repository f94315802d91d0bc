using System.Net;
using PromptLab.Host.Tests.Browser;
using PromptLab.Host.Tests.Conformance;
using PromptLab.Testing.Models;
using PromptLab.Testing.Requirements;

namespace PromptLab.Host.Tests.OpenAi;

/// <summary>npm's <c>openai</c> when things go wrong, and the tokens of a model that is asked.</summary>
public sealed class NpmTroubleTests(ScriptedHost host) : IClassFixture<ScriptedHost>
{
    [NodeFact]
    public async Task The_tokens_are_those_of_the_model_behind_the_agent()
    {
        host.Model.Then(ModelReply.Says("Hello there."));

        var reports = await OpenAiPackage.RunAsync(host.Address, new { say = "good morning to you" });

        reports[0].Usage.ShouldNotBeNull().ShouldBe(new(900, 18));
    }

    [NodeFact]
    public async Task A_failure_before_the_first_word_has_its_own_status()
    {
        host.Model.Then(ModelReply.Fails(HttpStatusCode.BadRequest));

        var reports = await OpenAiPackage.RunAsync(host.Address, new { say = "are you there at all", stream = true });

        reports[0].Error.ShouldNotBeNull().ShouldSatisfyAllConditions(
            error => error.Status.ShouldBe(503), error => error.Code.ShouldBe("model_unavailable"));
    }

    [NodeFact]
    public async Task A_failure_in_the_middle_of_a_stream_is_an_error_to_the_client()
    {
        host.Model.Then(ModelReply.Says("Half an ans", "wer ").ThenError("server_error"));

        var reports = await OpenAiPackage.RunAsync(host.Address, new { say = "tell me half a story", stream = true });

        reports[0].Error.ShouldNotBeNull().Message.ShouldContain("did not answer");
    }

    [NodeFact]
    public async Task A_client_that_goes_away_stops_its_turn_and_may_go_on_in_the_conversation()
    {
        host.Model.Then(ModelReply.Says("Once upon ", "a time").ThenHangs()).Then(ModelReply.Says("The end."));

        var reports = await OpenAiPackage.RunAsync(
            host.Address, new { say = "a very long story", stream = true, stopAfter = 1 }, new { say = "how does it end then" });

        reports[0].Stopped.ShouldBeTrue();
        reports[1].Content.ShouldBe("The end.");
        reports[1].Conversation.ShouldBe(reports[0].Conversation);
    }
}
