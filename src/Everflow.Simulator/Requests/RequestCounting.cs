namespace PromptLab.Simulator.Requests;

internal sealed class RequestCounting(RequestDelegate next, RequestLog log)
{
    public Task InvokeAsync(HttpContext context)
    {
        log.Add(context.Request.Method, context.Request.Path);
        return next(context);
    }
}
