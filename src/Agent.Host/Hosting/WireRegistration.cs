using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.OpenApi;

namespace PromptLab.Host.Hosting;

internal static class WireRegistration
{
    /// <summary>How the HTTP API writes JSON, and its description.</summary>
    public static IServiceCollection AddWire(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(options =>
        {
            options.SerializerOptions.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower;
            options.SerializerOptions.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
            options.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower));
        });
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        return services.AddOpenApi(options => options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo
            {
                Title = "PromptLab",
                Version = "v1",
                Description = "Ask for figures, links and reports of your affiliate network in plain language. "
                    + "Lists are `{data, next}`; errors are RFC 9457 problems with a stable `code`.",
            };
            return Task.CompletedTask;
        }));
    }
}
