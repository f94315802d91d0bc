using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace PromptLab.Host.Tests.Trouble;

/// <summary>What a person and a program are told when Everflow takes a request and never answers it.</summary>
public sealed class SilentNetworkTests(ImpatientHost host) : IClassFixture<ImpatientHost>, IAsyncLifetime
{
    private readonly TroubledNetwork _network = new(host);

    public Task InitializeAsync() => _network.FailAsync(new { path = TroubledNetwork.Reports, kind = "hang" });

    public Task DisposeAsync() => _network.HealAsync();

    [Fact]
    public async Task A_network_that_never_answers_is_told_with_a_reference()
    {
        var turn = await host.AskAsync("top offers last week");

        turn.Reply.ShouldContain("Everflow did not answer in time");
        turn.Reply.ShouldContain("Reference: ");
    }

    [Fact]
    public async Task A_workflow_without_an_answer_is_a_problem_with_its_own_status_and_a_reference()
    {
        using var response = await host.Client.PostAsJsonAsync("/api/v1/workflows/top_offers", new { });

        response.StatusCode.ShouldBe(HttpStatusCode.GatewayTimeout);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>();
        problem.GetProperty("code").GetString().ShouldBe("everflow_timeout");
        problem.GetProperty("reference_id").GetString()!.Length.ShouldBe(32);
    }
}
