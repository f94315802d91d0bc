using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using PromptLab.Host.Tests.Templates;

namespace PromptLab.Host.Tests.Datasets;

/// <summary>Calls the API of datasets as a client does.</summary>
internal static class DatasetCalls
{
    public const string DatasetsPath = "/api/v1/datasets";

    public static string Place(JsonElement dataset) => $"{DatasetsPath}/{dataset.GetProperty("id").GetGuid()}";

    public static async Task<JsonElement> CreateDatasetAsync(this HttpClient client, string name, object? more = null, params object[] rows)
    {
        var body = JsonSerializer.SerializeToNode(more ?? new { })!.AsObject();
        body["name"] = name;
        using var response = await client.PostAsJsonAsync(DatasetsPath, body);
        var dataset = await TemplateCalls.ReadAsync(response.EnsureSuccessStatusCode());
        return rows.Length == 0 ? dataset : await client.AddRowsAsync(dataset, rows);
    }

    public static async Task<JsonElement> AddRowsAsync(this HttpClient client, JsonElement dataset, params object[] rows)
    {
        using var response = await client.PostAsJsonAsync($"{Place(dataset)}/rows", rows);
        return await TemplateCalls.ReadAsync(response.EnsureSuccessStatusCode());
    }

    public static async Task<IReadOnlyList<JsonElement>> RowsAsync(this HttpClient client, JsonElement dataset) =>
        [.. (await client.GetJsonAsync($"{Place(dataset)}/rows?limit=200")).GetProperty("data").EnumerateArray()];

    public static async Task<HttpResponseMessage> ImportAsync(this HttpClient client, JsonElement dataset, string file, string type = "text/csv", string query = "")
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(file)) { Headers = { ContentType = MediaTypeHeaderValue.Parse(type) } };
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Place(dataset)}/import{query}") { Content = content, Headers = { ExpectContinue = true } };
        return await client.SendAsync(request);
    }
}
