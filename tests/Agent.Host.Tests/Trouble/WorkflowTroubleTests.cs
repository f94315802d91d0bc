using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace PromptLab.Host.Tests.Trouble;

/// <summary>What a program gets from a workflow when Everflow is in trouble.</summary>
public sealed class WorkflowTroubleTests(TroubledHost host) : IClassFixture<TroubledHost>, IAsyncLifetime
{
    private readonly TroubledNetwork _network = new(host);

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _network.HealAsync();

    [Theory]
    [InlineData("status", 401, HttpStatusCode.BadGateway, "everflow_rejected_key")]
    [InlineData("status", 503, HttpStatusCode.ServiceUnavailable, "everflow_unavailable")]
    [InlineData("malformed", 0, HttpStatusCode.BadGateway, "everflow_malformed_reply")]
    public async Task Trouble_is_a_problem_with_its_own_status_and_a_reference(string kind, int status, HttpStatusCode expected, string code)
    {
        await _network.FailAsync(new { path = TroubledNetwork.Reports, kind, status });

        using var response = await host.Client.PostAsJsonAsync("/api/v1/workflows/top_offers", new { });

        response.StatusCode.ShouldBe(expected);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>();
        problem.GetProperty("code").GetString().ShouldBe(code);
        problem.GetProperty("reference_id").GetString()!.Length.ShouldBe(32);
    }

    [Fact]
    public async Task A_quota_that_stays_used_up_says_when_to_come_back()
    {
        await _network.FailAsync(new { path = TroubledNetwork.Reports, kind = "status", status = 429, retry_after = 600 });

        using var response = await host.Client.PostAsJsonAsync("/api/v1/workflows/top_offers", new { });

        response.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        response.Headers.RetryAfter!.Delta!.Value.ShouldBe(TimeSpan.FromMinutes(10));
    }

    [Theory]
    [InlineData(1105, "paused")]
    [InlineData(1106, "deleted")]
    public async Task What_the_network_does_not_allow_now_is_a_conflict(int offer, string why)
    {
        using var response = await host.Client.PostAsJsonAsync("/api/v1/workflows/tracking_link", new { partner = 12345, offer });

        response.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("detail").GetString()!.ShouldContain(why);
    }
}
