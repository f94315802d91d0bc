using System.Diagnostics;

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
        _ => "internal_error",
    };
}
