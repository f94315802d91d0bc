using System.Net.Http.Headers;

namespace PromptLab.Planner.Models;

/// <summary>
/// Turns every failed exchange into a <see cref="ModelException"/> below the SDKs, where the status, the headers and the body are still at
/// hand; their own exceptions differ and drop <c>Retry-After</c>.
/// </summary>
internal sealed class ModelErrorHandler(TimeProvider time, HttpMessageHandler innerHandler) : DelegatingHandler(innerHandler)
{
    private const int LongestBody = 16 * 1024;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await ExchangeAsync(request, cancellationToken);
        if (response.IsSuccessStatusCode)
        {
            return response;
        }

        using (response)
        {
            var body = await ReadAsync(response.Content, cancellationToken);
            throw ModelErrorReply.Parse(body).ToException(response.StatusCode, RetryAfter(response.Headers));
        }
    }

    private async Task<HttpResponseMessage> ExchangeAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            return await base.SendAsync(request, cancellationToken);
        }
        catch (HttpRequestException exception)
        {
            throw new ModelException(ModelFailure.Unavailable, exception);
        }
    }

    private static async Task<ReadOnlyMemory<byte>> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        try
        {
            var buffer = new byte[LongestBody];
            await using var stream = await content.ReadAsStreamAsync(cancellationToken);
            return buffer.AsMemory(0, await stream.ReadAtLeastAsync(buffer, LongestBody, throwOnEndOfStream: false, cancellationToken));
        }
        catch (Exception exception) when (exception is IOException or HttpRequestException)
        {
            return default;
        }
    }

    private TimeSpan? RetryAfter(HttpResponseHeaders headers)
    {
        if (headers.TryGetValues("retry-after-ms", out var values) && double.TryParse(values.First(), out var milliseconds))
        {
            return TimeSpan.FromMilliseconds(milliseconds);
        }

        return headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - time.GetUtcNow(),
            _ => null,
        };
    }
}
