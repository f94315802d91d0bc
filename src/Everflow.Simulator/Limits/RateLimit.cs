using System.Globalization;
using PromptLab.Simulator.Wire;

namespace PromptLab.Simulator.Limits;

/// <summary>One bucket for the whole network; its state is told with every reply, also when it refuses nobody.</summary>
internal sealed class RateLimit(RequestDelegate next, SimulatorOptions options)
{
    private readonly TokenBucket _bucket = new(options.WallClock, options.RequestsPerSecond, options.Burst);

    public Task InvokeAsync(HttpContext context)
    {
        var (taken, remaining) = _bucket.Take();
        context.Response.Headers["X-RateLimit-Limit"] = options.RequestsPerSecond.ToString(CultureInfo.InvariantCulture);
        context.Response.Headers["X-RateLimit-Remaining"] = remaining.ToString(CultureInfo.InvariantCulture);
        if (taken || !options.LimitsRate) return next(context);
        if (options.SendsRetryAfter) context.Response.Headers.RetryAfter = "1";
        throw new RefusedException(StatusCodes.Status429TooManyRequests, "Too Many Requests");
    }
}
