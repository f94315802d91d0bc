using Microsoft.AspNetCore.Diagnostics;
using PromptLab.Data.Paging;

namespace PromptLab.Host.Problems;

/// <summary>A cursor that this list never gave.</summary>
internal sealed class InvalidCursorHandler : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is not InvalidCursorException)
        {
            return false;
        }

        await ApiProblem.Invalid("cursor_invalid", "cursor", "Use the value of next from the page before, or leave cursor out.").ExecuteAsync(httpContext);
        return true;
    }
}
