using PromptLab.Simulator.Wire;

namespace PromptLab.Simulator.Faults;

/// <summary>Spoils the replies that the fault book names.</summary>
internal sealed class FaultInjection(RequestDelegate next, FaultBook faults, SimulatorOptions options)
{
    private static readonly TimeSpan BeforeReset = TimeSpan.FromMilliseconds(60);

    public async Task InvokeAsync(HttpContext context)
    {
        if (faults.Take(context.Request.Method, context.Request.Path) is not { } fault)
        {
            await next(context);
            return;
        }
        if (fault.DelayMs > 0) await Task.Delay(TimeSpan.FromMilliseconds(fault.DelayMs), options.WallClock, context.RequestAborted);
        switch (fault.Kind)
        {
            case FaultKind.Status:
                if (fault.RetryAfter is { } seconds) context.Response.Headers.RetryAfter = $"{seconds}";
                throw new RefusedException(fault.Status, fault.Message ?? Usual(fault.Status));
            case FaultKind.Hang:
                await Task.Delay(Timeout.InfiniteTimeSpan, options.WallClock, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                break;
            case FaultKind.Truncate or FaultKind.Malformed or FaultKind.ControlCharacters:
                await SpoilAsync(context, fault.Kind);
                break;
            default:
                await next(context);
                break;
        }
    }

    private async Task SpoilAsync(HttpContext context, FaultKind kind)
    {
        var body = await CaptureAsync(context);
        if (kind == FaultKind.ControlCharacters) body = SpoiledJson.WithControlCharacters(body);
        context.Response.ContentLength = kind == FaultKind.Malformed ? body.Length / 2 : body.Length;
        var sent = kind == FaultKind.ControlCharacters ? body.Length : body.Length / 2;
        await context.Response.Body.WriteAsync(body.AsMemory(0, sent), context.RequestAborted);
        await context.Response.Body.FlushAsync(context.RequestAborted);
        if (kind != FaultKind.Truncate) return;
        // A reset overtakes what the caller has not read yet, and the caller should see half of the body.
        await Task.Delay(BeforeReset, TimeProvider.System, context.RequestAborted);
        context.Abort();
    }

    private async Task<byte[]> CaptureAsync(HttpContext context)
    {
        var original = context.Response.Body;
        using var captured = new MemoryStream();
        context.Response.Body = captured;
        try
        {
            await next(context);
            await context.Response.BodyWriter.FlushAsync(context.RequestAborted);
            return captured.ToArray();
        }
        finally
        {
            context.Response.Body = original;
        }
    }

    private static string Usual(int status) => status switch
    {
        StatusCodes.Status401Unauthorized => "Unauthorized",
        StatusCodes.Status403Forbidden => "Forbidden",
        StatusCodes.Status404NotFound => "Not Found",
        StatusCodes.Status429TooManyRequests => "Too Many Requests",
        StatusCodes.Status503ServiceUnavailable => "Service Unavailable",
        _ => "Internal Server Error",
    };
}
