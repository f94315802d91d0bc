using System.Text.Json;
using PromptLab.Planner.Models;

namespace PromptLab.Planner.Providers;

/// <summary>Asks a provider which models it has, which costs nothing and shows that address and key are right.</summary>
internal sealed class ProviderProbe(TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly Uri OpenAi = new("https://api.openai.com/v1");
    private static readonly Uri Anthropic = new("https://api.anthropic.com");
    private readonly HttpClient _http = ModelTransport.Create(time);

    /// <returns>Empty where the provider has no such list.</returns>
    /// <exception cref="ModelException">It does not answer, or refuses.</exception>
    public async Task<IReadOnlyList<string>> ModelsAsync(ProviderOptions provider, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            using var request = Request(provider);
            using var response = await _http.SendAsync(request, limit.Token);
            return Read(await response.Content.ReadAsByteArrayAsync(limit.Token));
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new ModelException(ModelFailure.Timeout);
        }
        catch (ModelException refusal) when (refusal.Status is System.Net.HttpStatusCode.NotFound or System.Net.HttpStatusCode.MethodNotAllowed)
        {
            return [];
        }
    }

    public void Dispose() => _http.Dispose();

    private static HttpRequestMessage Request(ProviderOptions provider)
    {
        var isAnthropic = provider.Kind == ModelKind.Anthropic;
        var root = (provider.BaseAddress ?? (isAnthropic ? Anthropic : OpenAi)).AbsoluteUri.TrimEnd('/');
        var request = new HttpRequestMessage(HttpMethod.Get, root + (isAnthropic ? "/v1/models" : "/models"));
        if (isAnthropic)
        {
            request.Headers.TryAddWithoutValidation("x-api-key", provider.ApiKey);
            request.Headers.TryAddWithoutValidation("anthropic-version", "2023-06-01");
        }
        else if (!string.IsNullOrWhiteSpace(provider.ApiKey))
        {
            request.Headers.Authorization = new("Bearer", provider.ApiKey);
        }

        return request;
    }

    private static IReadOnlyList<string> Read(byte[] json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return [.. document.RootElement.GetProperty("data").EnumerateArray().Select(model => model.GetProperty("id").GetString()!).Order(StringComparer.Ordinal)];
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return [];
        }
    }
}
