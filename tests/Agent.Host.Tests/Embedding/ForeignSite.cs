using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace PromptLab.Host.Tests.Embedding;

/// <summary>Somebody else's internal site: a page with the widget on it, and a back end that has an API key.</summary>
internal sealed class ForeignSite : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly HttpClient _service = new(new SocketsHttpHandler());

    private ForeignSite()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, 0));
        _app = builder.Build();
        _app.MapGet("/", () => Results.Content(Html, "text/html"));
        _app.MapGet("/chat-token", (Delegate)TokenAsync);
    }

    public Uri Address => new(_app.Urls.Single());

    private string Html =>
        $"""
        <!doctype html>
        <html lang="en">
          <title>Intranet</title>
          <link rel="icon" href="data:," />
          <script type="module" src="{_service.BaseAddress}widget/promptlab-chat.js"></script>
          <h1>Our intranet</h1>
          <promptlab-chat style="display: block; height: 600px" token-url="/chat-token"></promptlab-chat>
        </html>
        """;

    /// <summary>The service lets in only sites that it knows, so it starts when this one has its address.</summary>
    public static async Task<ForeignSite> StartAsync()
    {
        var site = new ForeignSite();
        await site._app.StartAsync();
        return site;
    }

    public void Use(Uri service, string key)
    {
        _service.BaseAddress = service;
        _service.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
    }

    public async ValueTask DisposeAsync()
    {
        _service.Dispose();
        await _app.DisposeAsync();
    }

    private async Task<IResult> TokenAsync(HttpContext http)
    {
        using var answer = await _service.PostAsJsonAsync(
            "/api/v1/widget-tokens", new { user = "anna", origin = $"{http.Request.Scheme}://{http.Request.Host}" });
        return Results.Json(await answer.Content.ReadFromJsonAsync<JsonElement>());
    }
}
