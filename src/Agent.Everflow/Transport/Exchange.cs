using Microsoft.Extensions.Logging;
using PromptLab.Everflow.Resilience;

namespace PromptLab.Everflow.Transport;

/// <summary>One request and what became of it; every failure leaves here as <see cref="EverflowException"/> and is logged once.</summary>
internal sealed partial class Exchange(HttpMessageInvoker http, TimeProvider time, ILogger<Exchange> logger) : IDisposable
{
    /// <param name="read">Makes the result of a successful reply; for a streamed one it takes over the response.</param>
    /// <returns>The default value for a 404 of a request that <see cref="EverflowRequest.MayBeMissing"/>.</returns>
    public async Task<T?> RunAsync<T>(EverflowRequest request, Func<HttpResponseMessage, T> read, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        HttpResponseMessage? response = null;
        var isHandedOver = false;
        try
        {
            response = await http.SendAsync(request, cancellationToken);
            if (!response.IsSuccessStatusCode)
                return IsMissing(request, response) ? default : throw Failure(request, response, started);

            var result = read(response);
            isHandedOver = request.IsStreamed;
            var elapsed = time.GetElapsedTime(started);
            Answered(logger, request.Operation, (int)response.StatusCode, elapsed);
            return result;
        }
        catch (Exception cause) when (Faults.KindOf(cause) is { } kind)
        {
            throw Failure(request, kind, response, cause, started);
        }
        finally
        {
            if (!isHandedOver)
                response?.Dispose();
        }
    }

    public void Dispose() => http.Dispose();

    private static bool IsMissing(EverflowRequest request, HttpResponseMessage response) =>
        request.MayBeMissing && response.StatusCode == System.Net.HttpStatusCode.NotFound;

    private EverflowException Failure(EverflowRequest request, HttpResponseMessage response, long started) =>
        Failure(request, Faults.KindOf(response.StatusCode), response, null, started);

    private EverflowException Failure(
        EverflowRequest request, EverflowFailure kind, HttpResponseMessage? response, Exception? cause, long started)
    {
        var failure = new EverflowException(kind, request.Operation, Faults.Describe(kind), cause)
        {
            Status = response?.StatusCode,
            UpstreamMessage = response?.Content is ReplyBody body ? ErrorBody.Read(body.Bytes) : null,
            RetryAfter = response is null ? null : RetryAfter.Of(response, time),
        };
        var elapsed = time.GetElapsedTime(started);
        Failed(logger, failure.Operation, kind, (int?)failure.Status, elapsed, cause?.GetType().Name, failure.CorrelationId);
        return failure;
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "Everflow {Operation} answered {Status} in {Elapsed}")]
    private static partial void Answered(ILogger logger, string operation, int status, TimeSpan elapsed);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "Everflow {Operation} failed: {Failure}, status {Status}, after {Elapsed}, cause {Cause}, reference {CorrelationId}")]
    private static partial void Failed(
        ILogger logger, string operation, EverflowFailure failure, int? status, TimeSpan elapsed, string? cause, string correlationId);
}
