using Microsoft.Extensions.Options;

namespace PromptLab.Host.Problems;

/// <summary>
/// Writes a problem whatever the client accepts: the framework's own writer leaves out who asked for an event stream, and with it
/// the correlation id.
/// </summary>
internal sealed class ProblemWriter(IOptions<ProblemDetailsOptions> options) : IProblemDetailsWriter
{
    public bool CanWrite(ProblemDetailsContext context) => true;

    public ValueTask WriteAsync(ProblemDetailsContext context)
    {
        options.Value.CustomizeProblemDetails?.Invoke(context);
        return new ValueTask(context.HttpContext.Response.WriteAsJsonAsync(
            context.ProblemDetails, options: null, contentType: "application/problem+json", context.HttpContext.RequestAborted));
    }
}
