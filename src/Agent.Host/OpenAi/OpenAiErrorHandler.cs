using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics;
using PromptLab.Host.Problems;

namespace PromptLab.Host.OpenAi;

/// <summary>What cannot be read, or breaks, at this door is told in its own shape.</summary>
internal sealed partial class OpenAiErrorHandler(ILogger<OpenAiErrorHandler> logger) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (!OpenAiError.IsFor(httpContext.Request) || (exception is OperationCanceledException && httpContext.RequestAborted.IsCancellationRequested))
        {
            return false;
        }

        await Result(httpContext, exception).ExecuteAsync(httpContext);
        return true;
    }

    private IResult Result(HttpContext http, Exception exception)
    {
        if (exception is BadHttpRequestException bad)
        {
            var place = bad.InnerException is JsonException { Path: { Length: > 1 } path } ? $" (at {path})" : "";
            return OpenAiError.Create(
                bad.StatusCode, OpenAiError.InvalidRequest, "invalid_body", $"The body is not the JSON that is expected here{place}.");
        }

        RequestFailed(exception, ProblemsRegistration.CorrelationId(http));
        return OpenAiError.Unexpected(http);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A request of an OpenAI client failed; reference {Correlation}")]
    private partial void RequestFailed(Exception exception, string correlation);
}
