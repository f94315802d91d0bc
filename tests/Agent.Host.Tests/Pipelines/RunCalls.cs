using System.Net.Http.Json;
using System.Text.Json;
using PromptLab.Host.Tests.Hosting;
using PromptLab.Host.Tests.Templates;

namespace PromptLab.Host.Tests.Pipelines;

/// <summary>Calls the API of runs as a client does.</summary>
internal static class RunCalls
{
    public const string RunsRoot = "/api/v1/runs";

    /// <summary>Runs to the end.</summary>
    public static async Task<JsonElement> RunPipelineAsync(this HttpClient client, JsonElement pipeline, object? inputs = null)
    {
        using var response = await client.PostAsJsonAsync($"{PipelineCalls.PipelinePath(pipeline)}/run", new { inputs });
        return await TemplateCalls.ReadAsync(response.EnsureSuccessStatusCode());
    }

    public static async Task<JsonElement> ResumeAsync(this HttpClient client, string id)
    {
        using var response = await client.PostAsync($"{RunsRoot}/{id}/resume", null);
        return await TemplateCalls.ReadAsync(response.EnsureSuccessStatusCode());
    }

    public static Task<HttpResponseMessage> OpenRunAsync(this HttpClient client, JsonElement pipeline, object? inputs = null) =>
        client.OpenAsync($"{PipelineCalls.PipelinePath(pipeline)}/run", new { inputs });

    public static async Task<HttpResponseMessage> OpenAsync(this HttpClient client, string path, object? body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Headers = { Accept = { new("text/event-stream") } },
            Content = JsonContent.Create(body),
        };
        return await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    public static async Task<ChatTurn> FollowRunAsync(this HttpClient client, string id, string after = "")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{RunsRoot}/{id}/events");
        request.Headers.TryAddWithoutValidation("Last-Event-ID", after);
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return await ChatTurn.ReadAsync(response);
    }

    public static Task<JsonElement> GetRunAsync(this HttpClient client, string id) => client.GetJsonAsync($"{RunsRoot}/{id}");

    public static string RunId(HttpResponseMessage response) => response.Headers.GetValues("X-Run-Id").Single();

    public static string RunId(JsonElement run) => run.GetProperty("id").GetString()!;

    public static JsonElement StepOf(JsonElement run, string name) =>
        run.GetProperty("steps").EnumerateArray().Single(step => step.GetProperty("name").GetString() == name);

    /// <summary>Name and status of each step, as one text.</summary>
    public static string Steps(JsonElement run) => string.Join(
        ", ", run.GetProperty("steps").EnumerateArray().Select(step => $"{step.GetProperty("name").GetString()} {step.GetProperty("status").GetString()}"));

    public static string? Said(JsonElement item, string property) => item.GetProperty(property).GetString();
}
