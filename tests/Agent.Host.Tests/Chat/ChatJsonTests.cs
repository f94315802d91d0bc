using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using PromptLab.Host.Tests.Hosting;

namespace PromptLab.Host.Tests.Chat;

public sealed class ChatJsonTests(HostFixture host) : IClassFixture<HostFixture>
{
    [Fact]
    public async Task Without_a_stream_the_whole_turn_comes_as_one_object()
    {
        var reply = await PostAsync(new { message = "top offers by revenue last week" });

        reply.GetProperty("status").GetString().ShouldBe("completed");
        reply.GetProperty("outcome").GetString().ShouldBe("answer");
        reply.GetProperty("reply").GetString()!.ShouldContain("|");
        reply.GetProperty("data_source").GetString().ShouldBe("demo");
    }

    [Fact]
    public async Task The_same_idempotency_key_gives_the_same_turn()
    {
        var first = await PostAsync(new { message = "search offers: winter" }, "key-1");

        var second = await PostAsync(new { message = "search offers: winter" }, "key-1");

        second.GetProperty("turn_id").GetGuid().ShouldBe(first.GetProperty("turn_id").GetGuid());
        second.GetProperty("reply").GetString().ShouldBe(first.GetProperty("reply").GetString());
    }

    [Theory]
    [InlineData("{\"message\":\"  \"}", HttpStatusCode.UnprocessableEntity, "message_empty")]
    [InlineData("{}", HttpStatusCode.UnprocessableEntity, "message_empty")]
    [InlineData("{\"message\":12}", HttpStatusCode.BadRequest, "json_invalid")]
    [InlineData("{\"message\":", HttpStatusCode.BadRequest, "json_invalid")]
    [InlineData("{\"message\":\"hi\",\"conversation_id\":\"0197a0a0-0000-7000-8000-000000000000\"}", HttpStatusCode.NotFound, "conversation_not_found")]
    public async Task A_request_that_cannot_be_used_says_why(string body, HttpStatusCode status, string code)
    {
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");

        using var response = await host.Client.PostAsync("/api/v1/chat", content);

        response.StatusCode.ShouldBe(status);
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>();
        problem.GetProperty("code").GetString().ShouldBe(code);
        problem.GetProperty("correlation_id").GetString().ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task A_message_that_is_too_long_is_not_read()
    {
        using var response = await host.Client.PostAsJsonAsync("/api/v1/chat", new { message = new string('x', 8_001) });

        response.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task A_strange_idempotency_key_is_refused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/chat") { Content = JsonContent.Create(new { message = "hi" }) };
        request.Headers.TryAddWithoutValidation("Idempotency-Key", new string('k', 201));

        using var response = await host.Client.SendAsync(request);

        response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    private async Task<JsonElement> PostAsync(object body, string? key = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/chat") { Content = JsonContent.Create(body) };
        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        using var response = await host.Client.SendAsync(request);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }
}
