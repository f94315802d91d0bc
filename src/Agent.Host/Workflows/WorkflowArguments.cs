using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PromptLab.Host.Workflows;

/// <summary>The body of a workflow's request: a JSON object, or nothing when every argument may be left out.</summary>
internal sealed record WorkflowArguments(JsonObject Values)
{
    public static async ValueTask<WorkflowArguments?> BindAsync(HttpContext http, ParameterInfo _)
    {
        if (http.Request.ContentLength is 0 or null && http.Request.ContentType is null)
        {
            return new WorkflowArguments([]);
        }

        if (!http.Request.HasJsonContentType())
        {
            throw new BadHttpRequestException("The body is not JSON.", StatusCodes.Status415UnsupportedMediaType);
        }

        try
        {
            return new WorkflowArguments(await http.Request.ReadFromJsonAsync<JsonObject>(http.RequestAborted) ?? []);
        }
        catch (JsonException exception)
        {
            throw new BadHttpRequestException("The body is no JSON object.", exception);
        }
    }
}
