using System.Globalization;
using PromptLab.Host.Problems;
using PromptLab.Planner.Turns;

namespace PromptLab.Host.OpenAi;

/// <summary>Errors as clients of OpenAI's protocol read them: <c>{"error": {message, type, param, code}}</c>.</summary>
internal sealed record OpenAiError(OpenAiError.Detail Error)
{
    public const string InvalidRequest = "invalid_request_error";
    private const string ServerError = "server_error";

    internal sealed record Detail(string Message, string Type, string? Param, string? Code);

    public static bool IsFor(HttpRequest request) => request.Path.StartsWithSegments(OpenAiEndpoints.Root);

    public static IResult Create(int status, string type, string code, string message, string? param = null) =>
        TypedResults.Json(new OpenAiError(new Detail(message, type, param, code)), statusCode: status);

    public static IResult Invalid(string param, string code, string message) =>
        Create(StatusCodes.Status400BadRequest, InvalidRequest, code, message, param);

    public static IResult Unauthorized() => Create(
        StatusCodes.Status401Unauthorized, InvalidRequest, "invalid_api_key", "Send a valid PromptLab API key as Authorization: Bearer <key>.");

    public static IResult Unexpected(HttpContext http) => Create(
        StatusCodes.Status500InternalServerError, ServerError, "internal_error",
        $"Something went wrong on our side. Reference: {ProblemsRegistration.CorrelationId(http)}.");

    /// <summary>A turn that gave no answer.</summary>
    public static IResult OfTurn(string code, string message) => Create(
        code switch
        {
            "turn_timeout" => StatusCodes.Status504GatewayTimeout,
            "model_unavailable" or "interrupted" => StatusCodes.Status503ServiceUnavailable,
            _ => StatusCodes.Status500InternalServerError,
        },
        ServerError, code, message);

    public static OpenAiError InStream(string code, string message) => new(new Detail(message, ServerError, null, code));

    /// <summary>Why no turn was started.</summary>
    public static IResult Of(TurnStartResult refused, HttpResponse response) => refused switch
    {
        TurnStartResult.Busy => Create(
            StatusCodes.Status409Conflict, InvalidRequest, "turn_running", "The conversation is still answering the message before. Wait for it, or stop it."),
        TurnStartResult.Rejected { RetryAfter: { } wait } limited => Limited(limited, wait, response),
        TurnStartResult.Rejected { Code: "message_too_long" } rejected => Invalid("messages", "context_length_exceeded", rejected.Text),
        TurnStartResult.Rejected rejected => Invalid("messages", rejected.Code, rejected.Text),
        _ => Create(StatusCodes.Status404NotFound, InvalidRequest, "conversation_not_found", "There is no such conversation.", "metadata"),
    };

    private static IResult Limited(TurnStartResult.Rejected limited, TimeSpan wait, HttpResponse response)
    {
        response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        if (limited.Code == "turn_limit")
        {
            return Create(StatusCodes.Status429TooManyRequests, "requests", "rate_limit_exceeded", limited.Text);
        }

        // It takes until tomorrow: the clients need not try again by themselves.
        response.Headers["X-Should-Retry"] = "false";
        return Create(StatusCodes.Status429TooManyRequests, "insufficient_quota", "insufficient_quota", limited.Text);
    }
}
