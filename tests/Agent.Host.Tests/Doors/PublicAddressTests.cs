using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using PromptLab.Host.Tests.AgUi;
using PromptLab.Host.Tests.Hosting;
using PromptLab.Host.Tests.OpenAi;
using PromptLab.Host.Tests.PendingActions;

namespace PromptLab.Host.Tests.Doors;

/// <summary>A service behind a proxy that ends TLS: what requests say of its address is not what people can open.</summary>
public sealed class PublicAddressTests(PublicAddressTests.Proxied host) : IClassFixture<PublicAddressTests.Proxied>
{
    private const string Request = "export the performance report for last week";
    private const string Files = "https://promptlab.example/api/v1/exports/";

    [Fact]
    public async Task An_openai_client_gets_a_link_that_people_can_open()
    {
        var (text, _, _, _) = await (await host.Client.CompleteAsync(Request)).ReadAnswerAsync();

        text.ShouldContain($"({Files}");
    }

    [Fact]
    public async Task An_ag_ui_client_gets_a_whole_address()
    {
        var turn = await host.Client.SayAsync("files", "1", Request);

        var card = turn.Of("CUSTOM").Select(item => item.Json.GetProperty("value")).Single(value =>
            value.TryGetProperty("kind", out var kind) && kind.ValueEquals("export"));
        card.GetProperty("data").GetProperty("download_url").GetString().ShouldNotBeNull().ShouldStartWith(Files);
    }

    [Fact]
    public async Task An_mcp_client_gets_a_link_that_people_can_open()
    {
        using var reply = await McpAsync(
            """{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"export_report","arguments":{"report_type":"performance","date_range":"last week"}}}""");

        (await reply.Content.ReadAsStringAsync()).ShouldContain(Files);
    }

    [Fact]
    public async Task A_slack_style_thread_has_a_link_that_people_can_open()
    {
        using var form = new FormUrlEncodedContent([new("channel", "files"), new("text", Request)]);
        using var posted = await host.Client.PostAsync("/api/slack/chat.postMessage", form);
        var ts = (await posted.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("ts").GetString();

        await ApprovalHost.UntilAsync(async () =>
            (await host.Client.GetStringAsync($"/api/slack/conversations.replies?channel=files&ts={ts}")).Contains(Files, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Its_own_pages_may_talk_to_the_mcp_door()
    {
        using var anna = await host.SignInAsync("anna");

        using var reply = await McpAsync("""{"jsonrpc":"2.0","id":1,"method":"ping"}""", anna, "https://promptlab.example");

        reply.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private async Task<HttpResponseMessage> McpAsync(string message, HttpClient? client = null, string? origin = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/mcp") { Content = new StringContent(message, Encoding.UTF8, "application/json") };
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/event-stream"));
        if (origin is not null)
        {
            request.Headers.Add("Origin", origin);
        }

        return await (client ?? host.Client).SendAsync(request);
    }

    public sealed class Proxied : HostFixture
    {
        public override Task InitializeAsync() => StartAsync("--Server:PublicAddress", "https://promptlab.example");
    }
}
