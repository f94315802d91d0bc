using System.Text.Json;
using PromptLab.Simulator.Wire;

namespace PromptLab.Simulator.Access;

/// <summary>Gives every refusal, unknown path and wrong verb the API's error body.</summary>
internal sealed class ErrorBodies(RequestDelegate next, SimulatorOptions options)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (RefusedException refused) when (!context.Response.HasStarted)
        {
            await WriteAsync(context, refused.Status, refused.Message);
            return;
        }
        catch (BadHttpRequestException) when (!context.Response.HasStarted)
        {
            await WriteAsync(context, StatusCodes.Status400BadRequest, "Bad Request");
            return;
        }
        if (context.Response is { HasStarted: false, StatusCode: StatusCodes.Status404NotFound or StatusCodes.Status405MethodNotAllowed, ContentLength: null })
            await WriteAsync(context, StatusCodes.Status404NotFound, "Not Found");
    }

    private Task WriteAsync(HttpContext context, int status, string message)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(
            JsonSerializer.Serialize(new Dictionary<string, string> { [options.ErrorProperty] = message }), context.RequestAborted);
    }
}
