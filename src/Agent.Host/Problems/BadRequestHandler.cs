using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics;

namespace PromptLab.Host.Problems;

/// <summary>A body or parameter that cannot be read.</summary>
internal sealed class BadRequestHandler : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is not BadHttpRequestException bad)
        {
            return false;
        }

        var problem = bad switch
        {
            { InnerException: JsonException json } => ApiProblem.Create(bad.StatusCode, "json_invalid", $"The body is not the JSON that is expected here{At(json)}."),
            // Ours: the framework knows no such answer.
            { StatusCode: StatusCodes.Status422UnprocessableEntity } => ApiProblem.Create(bad.StatusCode, "text_invalid", bad.Message),
            _ => ApiProblem.Create(bad.StatusCode, "bad_request", "The request cannot be read. Check its parameters and its body against /openapi/v1.json."),
        };
        await problem.ExecuteAsync(httpContext);
        return true;
    }

    private static string At(JsonException json) => string.IsNullOrEmpty(json.Path) || json.Path == "$" ? "" : $" (at {json.Path})";
}
