using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace PromptLab.Simulator.Tests.Api;

/// <summary>Talks to a simulator as a client would: over HTTP, in the wire's own words.</summary>
public sealed class SimulatedApi(SimulatorServer server, string? key = "demo") : IDisposable
{
    public const int Amsterdam = 55;
    private readonly HttpClient _http = new(new SocketsHttpHandler());

    public void Dispose() => _http.Dispose();

    public Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, object? body = null, CancellationToken cancellationToken = default)
    {
        var request = new HttpRequestMessage(method, new Uri(server.Root, path)) { Content = body is null ? null : JsonContent.Create(body) };
        if (key is not null) request.Headers.Add("X-Eflow-API-Key", key);
        return _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
    }

    public async Task<JsonNode> GetAsync(string path) => await JsonAsync(await SendAsync(HttpMethod.Get, "/v1" + path));

    public async Task<JsonNode> PostAsync(string path, object body) => await JsonAsync(await SendAsync(HttpMethod.Post, "/v1" + path, body));

    public async Task<JsonNode> PatchAsync(string path, object body) => await JsonAsync(await SendAsync(HttpMethod.Patch, "/v1" + path, body));

    /// <summary>Status and message of a call that is refused.</summary>
    public async Task<(HttpStatusCode Status, string? Error)> RefusalAsync(HttpMethod method, string path, object? body = null)
    {
        using var reply = await SendAsync(method, "/v1" + path, body);
        return (reply.StatusCode, (string?)(await reply.Content.ReadFromJsonAsync<JsonNode>())!["Error"]);
    }

    public async Task<IReadOnlyList<ReportLine>> ReportAsync(ReportAsk ask) =>
        ReportLine.All(await PostAsync("/networks/reporting/entity/table", ask.Body()));

    public async Task<ReportLine> TotalAsync(ReportAsk ask) =>
        new([], await PostAsync("/networks/reporting/entity/summary", ask.Body()));

    /// <summary>All pages of the raw conversions.</summary>
    public async Task<IReadOnlyList<JsonNode>> ConversionsAsync(ConversionAsk ask, int pageSize = 2000)
    {
        var rows = new List<JsonNode>();
        for (var page = 1; ; page++)
        {
            var reply = await PostAsync($"/networks/reporting/conversions?page={page}&page_size={pageSize}", ask.Body());
            rows.AddRange(reply["conversions"]!.AsArray().OfType<JsonNode>());
            if (rows.Count >= (int)reply["paging"]!["total_count"]!) return rows;
        }
    }

    private static async Task<JsonNode> JsonAsync(HttpResponseMessage reply)
    {
        using (reply)
        {
            var text = await reply.Content.ReadAsStringAsync();
            reply.IsSuccessStatusCode.ShouldBeTrue(text);
            return JsonNode.Parse(text)!;
        }
    }
}
