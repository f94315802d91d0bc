using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using PromptLab.Host.Tests.Hosting;

namespace PromptLab.Host.Tests.Authentication;

public sealed class OwnershipTests(HostFixture host) : IClassFixture<HostFixture>
{
    [Fact]
    public async Task Others_conversations_are_not_found_by_any_path()
    {
        using var anna = await host.SignInAsync("anna");
        using var ben = await host.SignInAsync("ben");
        var turn = await HostFixture.AskAsync(anna, "search offers: winter");

        var answers = new[]
        {
            await ben.GetAsync($"/api/v1/conversations/{turn.Conversation}"),
            await ben.GetAsync($"/api/v1/conversations/{turn.Conversation}/messages"),
            await ben.DeleteAsync($"/api/v1/conversations/{turn.Conversation}"),
            await ben.PatchAsJsonAsync($"/api/v1/conversations/{turn.Conversation}", new { title = "mine" }),
            await ben.GetAsync($"/api/v1/turns/{turn.Turn}/events"),
            await ben.PostAsync($"/api/v1/turns/{turn.Turn}/cancel", null),
            await ben.PostAsJsonAsync("/api/v1/chat", new { message = "hi", conversation_id = turn.Conversation }),
        };

        answers.ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Others_conversations_are_not_listed()
    {
        using var anna = await host.SignInAsync("anna");
        using var carl = await host.SignInAsync("carl");
        await HostFixture.AskAsync(anna, "search offers: winter");

        var list = await carl.GetFromJsonAsync<JsonElement>("/api/v1/conversations");

        list.GetProperty("data").EnumerateArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task An_unknown_key_is_refused()
    {
        using var client = new HttpClient(new SocketsHttpHandler()) { BaseAddress = host.Address };
        client.DefaultRequestHeaders.Authorization = new("Bearer", "plk_nobody");

        using var response = await client.GetAsync("/api/v1/conversations");

        response.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString().ShouldBe("unauthorized");
    }

    [Theory]
    [InlineData("X-Forwarded-For", "203.0.113.7")]
    [InlineData("Origin", "https://elsewhere.example")]
    [InlineData("Host", "rebound.example")]
    public async Task What_only_looks_local_needs_a_key(string header, string value)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/conversations");
        request.Headers.TryAddWithoutValidation(header, value);

        using var response = await host.Client.SendAsync(request);

        response.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }
}
