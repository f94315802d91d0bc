using System.Diagnostics;
using Microsoft.AspNetCore.WebUtilities;

namespace PromptLab.Host.Problems;

internal static class ProblemsRegistration
{
    public static IServiceCollection AddProblems(this IServiceCollection services)
    {
        services.AddSingleton<IProblemDetailsWriter, ProblemWriter>();
        services.AddExceptionHandler<InvalidCursorHandler>();
        services.AddExceptionHandler<BadRequestHandler>();
        services.AddExceptionHandler<UnexpectedErrorHandler>();
        return services.AddProblemDetails(options => options.CustomizeProblemDetails = context =>
        {
            context.ProblemDetails.Extensions.TryAdd("code", CodeOf(context.ProblemDetails.Status));
            context.ProblemDetails.Title ??= ReasonPhrases.GetReasonPhrase(context.ProblemDetails.Status ?? 0);
            context.ProblemDetails.Detail ??= SentenceOf(context.ProblemDetails.Status);
            context.ProblemDetails.Extensions["correlation_id"] = CorrelationId(context.HttpContext);
        });
    }

    /// <summary>Stands in the log beside everything that the request did.</summary>
    public static string CorrelationId(HttpContext http) => Activity.Current?.TraceId.ToString() ?? http.TraceIdentifier;

    private static string CodeOf(int? status) => status switch
    {
        StatusCodes.Status400BadRequest => "bad_request",
        StatusCodes.Status401Unauthorized => "unauthorized",
        StatusCodes.Status403Forbidden => "forbidden",
        StatusCodes.Status404NotFound => "not_found",
        StatusCodes.Status405MethodNotAllowed => "method_not_allowed",
        StatusCodes.Status410Gone => "gone",
        StatusCodes.Status413PayloadTooLarge => "too_large",
        StatusCodes.Status415UnsupportedMediaType => "unsupported_media_type",
        StatusCodes.Status422UnprocessableEntity => "invalid",
        >= 400 and < 500 => "bad_request",
        _ => "internal_error",
    };

    /// <summary>For what the framework refuses by itself, with a status and no word.</summary>
    private static string SentenceOf(int? status) => status switch
    {
        StatusCodes.Status401Unauthorized => "Send a valid API key as Authorization: Bearer <key>.",
        StatusCodes.Status403Forbidden => "You may not do that here.",
        StatusCodes.Status404NotFound => "There is nothing at this address. /openapi/v1.json lists what there is.",
        StatusCodes.Status405MethodNotAllowed => "This address does not take the request's method; the header Allow names those that it takes.",
        StatusCodes.Status413PayloadTooLarge => "The request is larger than what is read here. Send less at once.",
        StatusCodes.Status415UnsupportedMediaType => "The body's Content-Type is none that is read here; send application/json unless /openapi/v1.json says otherwise.",
        >= 400 and < 500 => "The request cannot be read. Check its parameters and its body against /openapi/v1.json.",
        _ => "Something went wrong on our side. Please try again; the correlation id helps whoever looks after the service.",
    };
}
