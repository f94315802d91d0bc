using System.Net.Http.Json;
using System.Text.Json;
using PromptLab.Host.Tests.Hosting;
using PromptLab.Host.Tests.Templates;

namespace PromptLab.Host.Tests.Executions;

/// <summary>Calls the API of executions as a client does.</summary>
internal static class ExecutionCalls
{
    public const string RunsPath = "/api/v1/executions";

    public static async Task<JsonElement> ExecuteAsync(this HttpClient client, JsonElement template, object body)
    {
        using var response = await client.PostAsJsonAsync($"{TemplateCalls.Path(template)}/execute", body);
        return await TemplateCalls.ReadAsync(response.EnsureSuccessStatusCode());
    }

    public static async Task<HttpResponseMessage> OpenStreamAsync(this HttpClient client, JsonElement template, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{TemplateCalls.Path(template)}/execute")
        {
            Headers = { Accept = { new("text/event-stream") } },
            Content = JsonContent.Create(body),
        };
        return await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    public static async Task<ChatTurn> StreamAsync(this HttpClient client, JsonElement template, object body)
    {
        using var response = await client.OpenStreamAsync(template, body);
        return await ChatTurn.ReadAsync(response);
    }

    public static async Task<ChatTurn> FollowAsync(this HttpClient client, string id, string after = "")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{RunsPath}/{id}/events");
        request.Headers.TryAddWithoutValidation("Last-Event-ID", after);
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return await ChatTurn.ReadAsync(response);
    }

    public static string Id(HttpResponseMessage response) => response.Headers.GetValues("X-Execution-Id").Single();

    public static string Id(JsonElement reply) => reply.GetProperty("execution").GetProperty("id").GetString()!;

    public static string? Text(JsonElement reply, string property) => reply.GetProperty("execution").GetProperty(property).GetString();
}
