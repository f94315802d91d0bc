using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using PromptLab.Simulator.Faults;
using PromptLab.Simulator.Tests.Api;

namespace PromptLab.Simulator.Tests.Faults;

public sealed class FaultTests(SimulatorFixture simulator) : IClassFixture<SimulatorFixture>, IDisposable
{
    private const string Offer = "/networks/offers/1001";

    public void Dispose() => simulator.Server.Faults.Clear();

    [Fact]
    public async Task A_status_comes_as_often_as_asked_and_then_no_more()
    {
        simulator.Server.Faults.Add(new Fault("/networks/offers/*", FaultKind.Status) { Status = 503, Count = 2, RetryAfter = 7 });

        using var first = await simulator.Api.SendAsync(HttpMethod.Get, "/v1" + Offer);
        using var second = await simulator.Api.SendAsync(HttpMethod.Get, "/v1" + Offer);
        using var third = await simulator.Api.SendAsync(HttpMethod.Get, "/v1" + Offer);

        new[] { first, second, third }.Select(reply => (int)reply.StatusCode).ShouldBe([503, 503, 200]);
        first.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(7));
        first.Headers.Contains("X-RateLimit-Remaining").ShouldBeTrue();
        (await first.Content.ReadAsStringAsync()).ShouldBe("""{"Error":"Service Unavailable"}""");
    }

    [Theory]
    [InlineData(401, "Unauthorized")]
    [InlineData(403, "Forbidden")]
    [InlineData(404, "Not Found")]
    [InlineData(429, "Too Many Requests")]
    [InlineData(500, "Internal Server Error")]
    public async Task A_status_has_its_usual_words(int status, string words)
    {
        simulator.Server.Faults.Add(new Fault("*", FaultKind.Status) { Status = status });

        var refusal = await simulator.Api.RefusalAsync(HttpMethod.Get, Offer);

        refusal.ShouldBe(((HttpStatusCode)status, words));
    }

    [Fact]
    public async Task Calls_before_and_calls_of_another_method_or_path_go_well()
    {
        simulator.Server.Faults.Add(new Fault("/networks/offers/*", FaultKind.Status) { After = 1, Method = "GET", Message = "broken" });

        await simulator.Api.GetAsync(Offer);
        await simulator.Api.GetAsync("/networks/affiliates/12345");
        await simulator.Api.PostAsync("/networks/offerstable", new { });
        var refusal = await simulator.Api.RefusalAsync(HttpMethod.Get, Offer);

        refusal.ShouldBe((HttpStatusCode.InternalServerError, "broken"));
    }

    [Fact]
    public async Task A_truncated_body_ends_with_a_broken_connection()
    {
        simulator.Server.Faults.Add(new Fault(Offer, FaultKind.Truncate));

        // A caller that is slow to read may find the head of the reply gone with the connection.
        var read = async () =>
        {
            using var reply = await simulator.Api.SendAsync(HttpMethod.Get, "/v1" + Offer);
            return await reply.Content.ReadAsStringAsync();
        };

        await read.ShouldThrowAsync<HttpRequestException>();
    }

    [Fact]
    public async Task A_malformed_body_is_half_of_the_json()
    {
        simulator.Server.Faults.Add(new Fault(Offer, FaultKind.Malformed));

        using var reply = await simulator.Api.SendAsync(HttpMethod.Get, "/v1" + Offer);
        var text = await reply.Content.ReadAsStringAsync();

        text.ShouldStartWith("{\"network_offer_id\":1001");
        Should.Throw<JsonException>(() => JsonNode.Parse(text));
    }

    [Fact]
    public async Task Control_characters_stand_inside_the_strings_and_nowhere_else()
    {
        simulator.Server.Faults.Add(new Fault(Offer, FaultKind.ControlCharacters));

        using var reply = await simulator.Api.SendAsync(HttpMethod.Get, "/v1" + Offer);
        var text = await reply.Content.ReadAsStringAsync();

        Should.Throw<JsonException>(() => JsonNode.Parse(text));
        ((string?)JsonNode.Parse(string.Concat(text.Where(letter => !char.IsControl(letter))))!["name"]).ShouldBe("Summer Promo 2024");
    }

    [Fact]
    public async Task A_hanging_call_ends_when_the_caller_gives_up()
    {
        simulator.Server.Faults.Add(new Fault(Offer, FaultKind.Hang) { Count = 1 });
        using var patience = new CancellationTokenSource();

        var call = simulator.Api.SendAsync(HttpMethod.Get, "/v1" + Offer, cancellationToken: patience.Token);
        while (simulator.Server.Faults.Active.Count > 0) await Task.Yield();
        call.IsCompleted.ShouldBeFalse();
        await patience.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(call);
    }

    [Fact]
    public async Task A_server_with_a_hanging_call_can_be_stopped()
    {
        var server = await SimulatorServer.StartAsync(new SimulatorOptions(), CancellationToken.None);
        using var api = new SimulatedApi(server);
        server.Faults.Add(new Fault("*", FaultKind.Hang) { Count = 1 });
        var call = api.SendAsync(HttpMethod.Get, "/v1" + Offer);
        while (server.Faults.Active.Count > 0) await Task.Yield();

        await server.DisposeAsync();

        await Should.ThrowAsync<HttpRequestException>(call);
    }

    [Fact]
    public async Task Faults_are_switched_on_seen_and_cleared_over_http()
    {
        using var added = await simulator.Api.SendAsync(HttpMethod.Post, "/__admin/faults", new { path = "/networks/offers/*", kind = "status", status = 502, count = 5, delay_ms = 1 });
        var refusal = await simulator.Api.RefusalAsync(HttpMethod.Get, Offer);
        using var listed = await simulator.Api.SendAsync(HttpMethod.Get, "/__admin/faults");
        using var cleared = await simulator.Api.SendAsync(HttpMethod.Delete, "/__admin/faults");
        var offer = await simulator.Api.GetAsync(Offer);

        added.StatusCode.ShouldBe(HttpStatusCode.Created);
        refusal.Status.ShouldBe(HttpStatusCode.BadGateway);
        ((int)(await listed.Content.ReadFromJsonAsync<JsonNode>())!["faults"]![0]!["count"]!).ShouldBe(4);
        cleared.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        ((int)offer["network_offer_id"]!).ShouldBe(1001);
    }
}
