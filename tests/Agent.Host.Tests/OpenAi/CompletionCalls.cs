using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PromptLab.Host.Tests.OpenAi;

/// <summary>Chat completions without a client in between, to send what clients seldom send.</summary>
internal static class CompletionCalls
{
    public static async Task<HttpResponseMessage> CompleteAsync(
        this HttpClient client, IEnumerable<(string Role, string Text)> messages, object? options = null, params (string Name, string Value)[] headers)
    {
        var body = JsonSerializer.SerializeToNode(options ?? new { })!.AsObject();
        body["model"] ??= "promptlab";
        body["messages"] ??= new JsonArray([.. messages.Select(message => new JsonObject { ["role"] = message.Role, ["content"] = message.Text })]);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/chat/completions") { Content = JsonContent.Create(body) };
        foreach (var (name, value) in headers)
        {
            request.Headers.Add(name, value);
        }

        return await client.SendAsync(request);
    }

    public static Task<HttpResponseMessage> CompleteAsync(this HttpClient client, string question, object? options = null, params (string Name, string Value)[] headers) =>
        client.CompleteAsync([("user", question)], options, headers);

    public static async Task<(string Text, Guid Conversation, Guid Turn, string Finish)> ReadAnswerAsync(this HttpResponseMessage response)
    {
        using (response)
        {
            var body = await response.Content.ReadFromJsonAsync<JsonElement>();
            response.IsSuccessStatusCode.ShouldBeTrue(body.ToString());
            var (choice, place) = (body.GetProperty("choices")[0], body.GetProperty("promptlab"));
            return (choice.GetProperty("message").GetProperty("content").GetString()!, place.GetProperty("conversation_id").GetGuid(),
                place.GetProperty("turn_id").GetGuid(), choice.GetProperty("finish_reason").GetString()!);
        }
    }

    public static async Task<JsonElement> ReadErrorAsync(this HttpResponseMessage response) =>
        (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("error");

    /// <summary>Roles and texts as the page shows them.</summary>
    public static async Task<IReadOnlyList<(string Role, string Text)>> StoredAsync(this HttpClient client, Guid conversation)
    {
        var list = await client.GetFromJsonAsync<JsonElement>($"/api/v1/conversations/{conversation}/messages");
        return [.. list.GetProperty("data").EnumerateArray().Select(item => (item.GetProperty("role").GetString()!, item.GetProperty("text").GetString()!))];
    }
}
