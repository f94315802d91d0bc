using System.Net;
using System.Net.Http.Json;
using PromptLab.Host.Tests.Browser;
using PromptLab.Host.Tests.Hosting;
using PromptLab.Testing.Models;
using PromptLab.Testing.Requirements;

namespace PromptLab.Host.Tests.Conformance;

/// <summary>Runs that end badly are as well-formed as the others.</summary>
public sealed class AgUiTroubleTests(ScriptedHost host) : IClassFixture<ScriptedHost>
{
    [NodeFact]
    public async Task A_run_that_fails_ends_with_a_valid_error()
    {
        host.Model.Then(ModelReply.Fails(HttpStatusCode.BadRequest));
        var turn = await host.AskAsync("are you there?");

        var report = await AgUiPackage.ValidateAsync(turn.Events.Select(item => item.Json.GetRawText()));

        report.Problems.ShouldBeEmpty();
        turn.Last.GetProperty("type").GetString().ShouldBe("RUN_ERROR");
    }

    [NodeFact]
    public async Task A_run_that_is_stopped_closes_what_was_open_and_is_cancelled()
    {
        host.Model.Then(ModelReply.Says("Half an ans").ThenHangs());
        using var response = await StartAsync("a long story");
        await host.Model.NextRequestAsync();
        using var cancelled = await host.Client.PostAsync($"/api/v1/turns/{response.Headers.GetValues("X-Turn-Id").Single()}/cancel", null);
        var turn = await ChatTurn.ReadAsync(response);

        var report = await AgUiPackage.ValidateAsync(turn.Events.Select(item => item.Json.GetRawText()));

        report.Problems.ShouldBeEmpty();
        turn.Last.GetProperty("outcome").GetProperty("type").GetString().ShouldBe("cancelled");
        turn.Of("TEXT_MESSAGE_START").Count().ShouldBe(turn.Of("TEXT_MESSAGE_END").Count());
    }

    [NodeFact]
    public async Task The_client_of_the_standard_is_told_of_a_failure()
    {
        host.Model.Then(ModelReply.Fails(HttpStatusCode.BadRequest));

        var client = await AgUiPackage.ConverseAsync(host.Address, "are you there?");

        client.Runs.Single().Error!.Value.GetProperty("code").GetString().ShouldBe("model_unavailable");
    }

    private Task<HttpResponseMessage> StartAsync(string message)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/chat")
        {
            Headers = { Accept = { new("text/event-stream") } },
            Content = JsonContent.Create(new { message }),
        };
        return host.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }
}
