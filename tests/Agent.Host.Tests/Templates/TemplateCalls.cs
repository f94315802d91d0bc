using System.Net.Http.Json;
using System.Text.Json;

namespace PromptLab.Host.Tests.Templates;

/// <summary>Calls the API of templates as a client does.</summary>
internal static class TemplateCalls
{
    public const string Root = "/api/v1/templates";

    public static string Path(JsonElement saved) => $"{Root}/{saved.GetProperty("template").GetProperty("id").GetGuid()}";

    public static async Task<JsonElement> CreateTemplateAsync(this HttpClient client, string name, string content, object? more = null)
    {
        var body = JsonSerializer.SerializeToNode(more ?? new { })!.AsObject();
        body["name"] = name;
        body["content"] = content;
        using var response = await client.PostAsJsonAsync(Root, body);
        return await ReadAsync(response.EnsureSuccessStatusCode());
    }

    public static async Task<JsonElement> ChangeTemplateAsync(this HttpClient client, JsonElement saved, object change)
    {
        var body = JsonSerializer.SerializeToNode(change)!.AsObject();
        body["revision"] = saved.GetProperty("template").GetProperty("revision").GetInt32();
        using var response = await client.PatchAsJsonAsync(Path(saved), body);
        return await ReadAsync(response.EnsureSuccessStatusCode());
    }

    public static Task<JsonElement> GetJsonAsync(this HttpClient client, string path) => client.GetFromJsonAsync<JsonElement>(path);

    public static async Task<JsonElement> ReadAsync(HttpResponseMessage response) => await response.Content.ReadFromJsonAsync<JsonElement>();

    public static async Task<(int Status, string? Code)> ProblemAsync(Task<HttpResponseMessage> call)
    {
        using var response = await call;
        return ((int)response.StatusCode, (await ReadAsync(response)).GetProperty("code").GetString());
    }

    public static IEnumerable<string?> Texts(JsonElement list, string property) => list.EnumerateArray().Select(item => item.GetProperty(property).GetString());
}
