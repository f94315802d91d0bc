using System.Net.Http.Json;
using System.Text.Json;
using PromptLab.Host.Tests.Datasets;
using PromptLab.Host.Tests.Hosting;
using PromptLab.Host.Tests.Templates;
using PromptLab.Testing.Time;

namespace PromptLab.Host.Tests.Evaluations;

/// <summary>Calls the API of evaluations as a client does.</summary>
internal static class EvaluationCalls
{
    public const string EvaluationsPath = "/api/v1/evaluations";

    public static Guid Id(JsonElement element) => element.GetProperty("id").GetGuid();

    public static Guid TemplateId(JsonElement saved) => saved.GetProperty("template").GetProperty("id").GetGuid();

    public static string Status(JsonElement evaluation) => evaluation.GetProperty("status").GetString()!;

    public static (int Done, int Passed, int Failed, int Errors) Counts(JsonElement evaluation) =>
        (Number(evaluation, "done"), Number(evaluation, "passed"), Number(evaluation, "failed"), Number(evaluation, "errors"));

    public static int Number(JsonElement element, string name) => element.GetProperty(name).GetInt32();

    /// <summary>Rows with the variable <c>n</c>, each of which expects its own number.</summary>
    public static Task<JsonElement> NumbersAsync(this HttpClient client, int count, params object[] evaluators) => client.CreateDatasetAsync(
        $"Numbers {Guid.NewGuid()}", new { evaluators = evaluators.Length > 0 ? evaluators : [new { kind = "contains" }] },
        [.. Enumerable.Range(1, count).Select(number => new { variables = new { n = $"#{number}#" }, expected = $"#{number}#" })]);

    public static Task<JsonElement> EchoAsync(this HttpClient client, string content = "Say {{n}}") => client.CreateTemplateAsync($"Echo {Guid.NewGuid()}", content);

    public static async Task<HttpResponseMessage> StartAsync(this HttpClient client, JsonElement dataset, JsonElement template, object? more = null, bool streams = false)
    {
        var body = JsonSerializer.SerializeToNode(more ?? new { })!.AsObject();
        body["template_id"] = TemplateId(template);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{DatasetCalls.Place(dataset)}/evaluations") { Content = JsonContent.Create(body) };
        request.Headers.Accept.ParseAdd(streams ? "text/event-stream" : "application/json");
        return await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    public static async Task<JsonElement> EvaluateAsync(this HttpClient client, JsonElement dataset, JsonElement template, object? more = null)
    {
        using var response = await client.StartAsync(dataset, template, more);
        var evaluation = await TemplateCalls.ReadAsync(response);
        response.IsSuccessStatusCode.ShouldBeTrue(evaluation.GetRawText());
        return evaluation;
    }

    public static Guid Id(HttpResponseMessage response) => Guid.Parse(response.Headers.GetValues("X-Evaluation-Id").Single());

    public static Task<JsonElement> EvaluationAsync(this HttpClient client, Guid id) => client.GetJsonAsync($"{EvaluationsPath}/{id}");

    public static async Task<IReadOnlyList<JsonElement>> ResultsAsync(this HttpClient client, Guid id, string query = "") =>
        [.. (await client.GetJsonAsync($"{EvaluationsPath}/{id}/results?limit=200{query}")).GetProperty("data").EnumerateArray()];

    public static async Task<JsonElement> ResumeAsync(this HttpClient client, Guid id)
    {
        using var response = await client.PostAsync($"{EvaluationsPath}/{id}/resume", null);
        return await TemplateCalls.ReadAsync(response.EnsureSuccessStatusCode());
    }

    public static async Task<IReadOnlyList<StreamedEvent>> FollowEvaluationAsync(this HttpClient client, Guid id, string after = "")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{EvaluationsPath}/{id}/events");
        request.Headers.TryAddWithoutValidation("Last-Event-ID", after);
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return (await ChatTurn.ReadAsync(response)).Events;
    }

    public static bool Is(StreamedEvent item, string name) => item.Type == "CUSTOM" && item.Json.GetProperty("name").GetString() == name;

    /// <summary>Reads a stream until so many rows have a result.</summary>
    public static async Task<IReadOnlyList<JsonElement>> UntilResultsAsync(HttpResponseMessage stream, int count)
    {
        using var patience = new CancellationTokenSource(Patience.Longest);
        var results = new List<JsonElement>();
        await foreach (var item in ChatTurn.EventsAsync(stream, patience.Token))
        {
            if (Is(item, "result"))
            {
                results.Add(item.Json.GetProperty("value").Clone());
                if (results.Count == count)
                {
                    return results;
                }
            }
        }

        throw new InvalidOperationException($"The stream ended after {results.Count} results.");
    }
}
