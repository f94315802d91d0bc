using PromptLab.Simulator.Wire;

namespace PromptLab.Simulator.Limits;

/// <summary>Lets only so many calls into the reporting area at once.</summary>
internal sealed class ReportConcurrency(RequestDelegate next, SimulatorOptions options)
{
    private int _running;

    public async Task InvokeAsync(HttpContext context)
    {
        if (options.ConcurrentReports == 0 || !context.Request.Path.StartsWithSegments("/v1/networks/reporting"))
        {
            await next(context);
            return;
        }
        try
        {
            if (Interlocked.Increment(ref _running) > options.ConcurrentReports)
                throw new RefusedException(StatusCodes.Status429TooManyRequests, "Too many concurrent requests");
            await next(context);
        }
        finally
        {
            Interlocked.Decrement(ref _running);
        }
    }
}
