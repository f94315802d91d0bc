using System.Net.Http.Json;
using System.Text.Json;
using PromptLab.Host.Tests.Templates;

namespace PromptLab.Host.Tests.Pipelines;

/// <summary>Calls the API of pipelines as a client does.</summary>
internal static class PipelineCalls
{
    public const string PipelinesRoot = "/api/v1/pipelines";

    public static string PipelinePath(JsonElement pipeline) => $"{PipelinesRoot}/{pipeline.GetProperty("id").GetGuid()}";

    public static Guid TemplateId(JsonElement template) => template.GetProperty("template").GetProperty("id").GetGuid();

    public static object Step(string name, JsonElement template, string? output = null, object? inputs = null) =>
        new { name, template_id = TemplateId(template), output, inputs };

    public static object Tool(string name, string tool, object? arguments = null, string? output = null) => new { name, kind = "tool", tool, arguments, output };

    public static async Task<JsonElement> CreatePipelineAsync(this HttpClient client, string name, string[] inputs, params object[] steps)
    {
        using var response = await client.PostAsJsonAsync(PipelinesRoot, new { name, inputs = inputs.Select(input => new { name = input }), steps });
        var saved = await TemplateCalls.ReadAsync(response);
        response.IsSuccessStatusCode.ShouldBeTrue(saved.ToString());
        return saved;
    }

    public static async Task<JsonElement> ChangePipelineAsync(this HttpClient client, JsonElement pipeline, object change)
    {
        var body = JsonSerializer.SerializeToNode(change)!.AsObject();
        body["revision"] = pipeline.GetProperty("revision").GetInt32();
        using var response = await client.PatchAsJsonAsync(PipelinePath(pipeline), body);
        return await TemplateCalls.ReadAsync(response);
    }
}
