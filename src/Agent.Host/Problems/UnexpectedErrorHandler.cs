using Microsoft.AspNetCore.Diagnostics;

namespace PromptLab.Host.Problems;

/// <summary>Whatever else goes wrong: a plain sentence outside, the details in the log under the correlation id.</summary>
internal sealed partial class UnexpectedErrorHandler(ILogger<UnexpectedErrorHandler> logger) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is OperationCanceledException && httpContext.RequestAborted.IsCancellationRequested)
        {
            return true;
        }

        var correlation = ProblemsRegistration.CorrelationId(httpContext);
        RequestFailed(exception, correlation);
        await ApiProblem.Create(
            StatusCodes.Status500InternalServerError, "internal_error", $"Something went wrong on our side. Reference: {correlation}.").ExecuteAsync(httpContext);
        return true;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A request failed; reference {Correlation}")]
    private partial void RequestFailed(Exception exception, string correlation);
}
