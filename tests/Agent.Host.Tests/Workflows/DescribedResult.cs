using System.Net.Http.Json;
using System.Text.Json;

namespace PromptLab.Host.Tests.Workflows;

/// <summary>Reads in the OpenAPI document what a tool's result holds.</summary>
internal sealed class DescribedResult(HttpClient client)
{
    public async Task<IReadOnlyList<string>> MembersAsync(string tool)
    {
        var document = await client.GetFromJsonAsync<JsonElement>("/openapi/v1.json");
        var reply = document.GetProperty("paths").GetProperty($"/api/v1/workflows/{tool}").GetProperty("post").GetProperty("responses").GetProperty("200")
            .GetProperty("content").GetProperty("application/json").GetProperty("schema");
        var result = Followed(document, Followed(document, reply).GetProperty("properties").GetProperty("result"));
        return [.. result.GetProperty("properties").EnumerateObject().Select(property => property.Name)];
    }

    /// <summary>The schema behind a reference, also one that may be null.</summary>
    private static JsonElement Followed(JsonElement document, JsonElement schema)
    {
        if (schema.TryGetProperty("oneOf", out var choices))
        {
            return Followed(document, choices.EnumerateArray().Single(choice => choice.TryGetProperty("$ref", out _)));
        }

        return schema.TryGetProperty("$ref", out var reference)
            ? document.GetProperty("components").GetProperty("schemas").GetProperty(reference.GetString()!.Split('/')[^1])
            : schema;
    }
}
