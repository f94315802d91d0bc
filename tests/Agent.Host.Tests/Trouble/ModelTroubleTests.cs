using System.Net;
using PromptLab.Host.Tests.Hosting;
using PromptLab.Testing.Models;

namespace PromptLab.Host.Tests.Trouble;

/// <summary>What a person reads in the chat when the language model is in trouble.</summary>
public sealed class ModelTroubleTests : IAsyncLifetime
{
    private readonly ScriptedModelHost _host = new();

    public Task InitializeAsync() => _host.InitializeAsync();

    public Task DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task When_the_model_is_away_the_built_in_planner_answers_and_says_so()
    {
        _host.Model.Then(ModelReply.Fails(HttpStatusCode.ServiceUnavailable));

        var turn = await _host.AskAsync("top offers last week");

        turn.Of("CUSTOM").Select(item => item.Json.GetRawText())
            .ShouldContain(notice => notice.Contains("The language model is not available right now, so the built-in planner answers.", StringComparison.Ordinal));
        turn.Reply.ShouldContain("is first by conversions");
    }

    [Fact]
    public async Task An_unknown_tool_is_corrected_once()
    {
        _host.Model.Then(ModelReply.Calls("best_offers", "{}"), ModelReply.Calls("top_offers", "{}"));

        var turn = await _host.AskAsync("which offers are best?");

        turn.Reply.ShouldContain("is first by conversions");
    }

    [Theory]
    [InlineData("no_such_tool", "{}")]
    [InlineData("top_offers", """{"colour":"red"}""")]
    [InlineData("top_offers", "[]")]
    [InlineData("top_offers", """{"top_n":""")]
    public async Task A_model_that_goes_on_calling_for_what_is_not_there_ends_in_a_plain_sentence(string tool, string arguments)
    {
        _host.Model.Then(ModelReply.Calls(tool, arguments), ModelReply.Calls(tool, arguments));

        var turn = await _host.AskAsync("which offers are best?");

        turn.Reply.ShouldBe("I could not turn that into a request. Please say it in other words, or ask \"what can you do?\".");
        turn.Last.GetProperty("result").GetProperty("outcome").GetString().ShouldBe("problem");
    }

    [Fact]
    public async Task A_model_that_loops_is_stopped()
    {
        _host.Model.Then([.. Enumerable.Repeat(ModelReply.Calls("top_offers", """{"top_n":1,"commentary":true}"""), 9)]);

        var turn = await _host.AskAsync("why?");

        turn.Reply.ShouldContain("This would take more than 8 look-ups in one go.");
        turn.Last.GetProperty("result").GetProperty("outcome").GetString().ShouldBe("problem");
    }
}
