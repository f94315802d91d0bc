using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using PromptLab.Host.Tests.Hosting;

namespace PromptLab.Host.Tests.Mcp;

/// <summary>What a well-behaved client does not send.</summary>
public sealed class McpRequestTests : IAsyncLifetime
{
    private const string Ping = """{"jsonrpc":"2.0","id":1,"method":"ping"}""";
    private readonly HostFixture _host = new();

    public Task InitializeAsync() => _host.StartAsync("--Mcp:AllowedOrigins:0", "https://inspector.example");

    public Task DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task A_ping_is_answered_without_a_session()
    {
        using var response = await SendAsync(Ping);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Headers.Contains("Mcp-Session-Id").ShouldBeFalse();
        (await response.Content.ReadAsStringAsync()).ShouldContain("\"id\":1");
    }

    [Theory]
    [InlineData("tools/list")]
    [InlineData("prompts/list")]
    public async Task A_cursor_that_no_list_gave_is_an_error(string method)
    {
        using var response = await SendAsync($$$"""{"jsonrpc":"2.0","id":1,"method":"{{{method}}}","params":{"cursor":"elsewhere"}}""");

        (await response.Content.ReadAsStringAsync()).ShouldContain("-32602");
    }

    [Fact]
    public async Task A_notification_is_accepted_without_an_answer()
    {
        using var response = await SendAsync("""{"jsonrpc":"2.0","method":"notifications/initialized"}""");

        response.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        (await response.Content.ReadAsStringAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_page_of_another_site_is_turned_away_though_it_has_a_key()
    {
        using var signedIn = await _host.SignInAsync("careless");

        using var stranger = await SendAsync(Ping, signedIn, ("Origin", "https://evil.example"));
        using var known = await SendAsync(Ping, signedIn, ("Origin", "https://inspector.example"));

        stranger.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        known.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_revision_that_is_not_spoken_is_refused_with_those_that_are()
    {
        using var response = await SendAsync(Ping, null, ("MCP-Protocol-Version", "2099-01-01"));

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var error = (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("error");
        error.GetProperty("data").GetProperty("supported").EnumerateArray().Select(version => version.GetString()).ShouldContain("2025-11-25");
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("{}")]
    [InlineData("""[{"jsonrpc":"2.0","id":1,"method":"ping"}]""")]
    public async Task A_body_that_is_no_message_is_an_error(string body)
    {
        using var response = await SendAsync(body);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("error").GetProperty("code").GetInt32().ShouldBe(-32700);
    }

    [Fact]
    public async Task A_client_that_takes_no_stream_is_told_so()
    {
        using var content = new StringContent(Ping, Encoding.UTF8, "application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/mcp") { Content = content, Headers = { Accept = { new("application/json") } } };

        using var response = await _host.Client.SendAsync(request);

        response.StatusCode.ShouldBe(HttpStatusCode.NotAcceptable);
    }

    [Fact]
    public async Task There_is_nothing_to_listen_to_and_no_session_to_end()
    {
        using var listening = await _host.Client.GetAsync("/mcp");
        using var ending = await _host.Client.DeleteAsync("/mcp");

        listening.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
        ending.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
    }

    private async Task<HttpResponseMessage> SendAsync(string body, HttpClient? client = null, params (string Name, string Value)[] headers)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/mcp")
        {
            Content = content,
            Headers = { Accept = { new("application/json"), new("text/event-stream") } },
        };
        foreach (var (name, value) in headers)
        {
            request.Headers.Add(name, value);
        }

        return await (client ?? _host.Client).SendAsync(request);
    }
}
