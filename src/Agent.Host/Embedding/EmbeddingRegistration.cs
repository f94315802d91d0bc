using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace PromptLab.Host.Embedding;

internal static class EmbeddingRegistration
{
    private const string AnySite = "*";

    /// <summary>What the widget reads of a reply besides its body.</summary>
    private static readonly string[] Exposed =
        ["X-Conversation-Id", "X-Turn-Id", "X-Execution-Id", "X-Run-Id", "X-Evaluation-Id", HeaderNames.RetryAfter, HeaderNames.ContentDisposition];

    /// <summary>The widget on pages of other sites.</summary>
    public static IServiceCollection AddEmbedding(this IServiceCollection services)
    {
        services.AddOptionsWithValidateOnStart<EmbeddingOptions>().BindConfiguration(EmbeddingOptions.Section).ValidateDataAnnotations();
        services.AddSingleton<IValidateOptions<EmbeddingOptions>, EmbeddingOptionsCheck>();
        services.AddCors();
        services.AddOptions<CorsOptions>().Configure<IOptions<EmbeddingOptions>>((cors, embedding) => cors.AddDefaultPolicy(policy => policy
            .WithOrigins([.. embedding.Value.Origins])
            .AllowAnyHeader()
            .AllowAnyMethod()
            .WithExposedHeaders(Exposed)
            .SetPreflightMaxAge(TimeSpan.FromHours(1))));
        return services;
    }

    /// <summary>The widget's own code is public; what it asks for is not.</summary>
    public static void AllowEmbedding(HttpContext context)
    {
        if (context.Request.Path.StartsWithSegments("/widget") || context.Request.Path.StartsWithSegments("/vendor"))
        {
            context.Response.Headers[HeaderNames.AccessControlAllowOrigin] = AnySite;
        }
    }
}
