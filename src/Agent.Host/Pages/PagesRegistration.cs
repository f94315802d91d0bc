using Microsoft.Net.Http.Headers;
using PromptLab.Host.Embedding;

namespace PromptLab.Host.Pages;

internal static class PagesRegistration
{
    /// <summary>Nothing is loaded from elsewhere, and no other site may frame the page.</summary>
    private const string ContentSecurityPolicy =
        "default-src 'self'; img-src 'self' data: blob:; style-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'self'";

    /// <summary>The internal page and the widget. Browsers ask each time whether a file has changed, so that an update is seen at once.</summary>
    public static void UsePages(this WebApplication app)
    {
        app.Use(LeadToLab);
        app.UseDefaultFiles();
        app.UseStaticFiles(new StaticFileOptions
        {
            OnPrepareResponse = context =>
            {
                var headers = context.Context.Response.Headers;
                headers[HeaderNames.CacheControl] = "no-cache";
                headers[HeaderNames.ContentSecurityPolicy] = ContentSecurityPolicy;
                headers[HeaderNames.XContentTypeOptions] = "nosniff";
                EmbeddingRegistration.AllowEmbedding(context.Context);
            },
        });
    }

    /// <summary>Every address of the lab is the same page, which shows what the address names; its files have a dot in their names.</summary>
    private static Task LeadToLab(HttpContext context, RequestDelegate next)
    {
        var path = context.Request.Path;
        if (path.StartsWithSegments("/lab", StringComparison.Ordinal) && !Path.HasExtension(path.Value))
        {
            context.Request.Path = "/lab/index.html";
        }

        return next(context);
    }
}
