using System.Globalization;
using Polly;
using PromptLab.Everflow.Quota;
using PromptLab.Everflow.Transport;

namespace PromptLab.Everflow.Resilience;

/// <summary>Takes every attempt through the quota and the resilience pipelines, and reads replies to the end inside of them,
/// so that a body that breaks off counts as a failed attempt.</summary>
internal sealed class ResilienceHandler(
    HttpMessageHandler inner, EverflowPipelines pipelines, QuotaGate quota, EverflowOptions options, TimeProvider time)
    : DelegatingHandler(inner)
{
    private static readonly TimeSpan PauseOf429 = TimeSpan.FromSeconds(1);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var everflow = (EverflowRequest)request;

        // The first turn is waited for outside of the timeouts: a long queue is no fault of the network.
        using var attempts = new Attempts(this, everflow, await EnterAsync(everflow, cancellationToken));
        if (!everflow.IsRead)
            return await attempts.NextAsync(cancellationToken);

        var context = ResilienceContextPool.Shared.Get(everflow.Operation, cancellationToken);
        context.Properties.Set(EverflowPipelines.Request, everflow);
        try
        {
            return await pipelines.Reads.ExecuteAsync(
                static (context, attempts) => attempts.NextAsync(context.CancellationToken), context, attempts);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private ValueTask<QuotaLease> EnterAsync(EverflowRequest request, CancellationToken cancellationToken) =>
        quota.EnterAsync(request.IsReport, request.Priority, request.Notice, cancellationToken);

    private ValueTask<HttpResponseMessage> AttemptAsync(EverflowRequest request, CancellationToken cancellationToken) =>
        pipelines.Attempt.ExecuteAsync(
            static (state, token) => state.Handler.SendOnceAsync(state.Request, token), (Handler: this, Request: request), cancellationToken);

    private async ValueTask<HttpResponseMessage> SendOnceAsync(EverflowRequest request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        try
        {
            Observe(response);
            if (!request.IsStreamed || !response.IsSuccessStatusCode)
                response.Content = await ReplyBody.ReadAsync(response.Content, cancellationToken);
            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    private void Observe(HttpResponseMessage response)
    {
        if (response.Headers.TryGetValues("X-RateLimit-Remaining", out var values)
            && int.TryParse(values.First(), NumberStyles.None, CultureInfo.InvariantCulture, out var remaining))
            quota.Observe(remaining);

        var asked = RetryAfter.Of(response, time);
        if ((int)response.StatusCode == 429)
            asked ??= PauseOf429;

        // Too long a wait is not waited for: each call then fails by itself with what the network says.
        if (asked is { } pause && !response.IsSuccessStatusCode && pause <= options.LongestRetryAfter)
            quota.Pause(pause);
    }

    /// <summary>The attempts of one request: the first has its turn already, a repetition waits for its own.</summary>
    private sealed class Attempts(ResilienceHandler handler, EverflowRequest request, QuotaLease first) : IDisposable
    {
        private QuotaLease? _first = first;

        public async ValueTask<HttpResponseMessage> NextAsync(CancellationToken cancellationToken)
        {
            var lease = Interlocked.Exchange(ref _first, null) ?? await handler.EnterAsync(request, cancellationToken);
            try
            {
                var response = await handler.AttemptAsync(request, cancellationToken);
                if (request.IsStreamed && response.IsSuccessStatusCode)
                    (request.Lease, lease) = (lease, null);
                return response;
            }
            finally
            {
                lease?.Dispose();
            }
        }

        public void Dispose() => _first?.Dispose();
    }
}
