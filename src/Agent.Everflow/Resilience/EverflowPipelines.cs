using Microsoft.Extensions.Logging;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;
using PromptLab.Everflow.Transport;

namespace PromptLab.Everflow.Resilience;

/// <summary>
/// What surrounds a request. Every attempt goes through <see cref="Attempt"/> (circuit breaker, attempt timeout); reads are
/// repeated by <see cref="Reads"/> (total timeout, retry). Writes have no second pipeline: they are sent once.
/// </summary>
internal sealed partial class EverflowPipelines(EverflowOptions options, TimeProvider time, ILogger<EverflowPipelines> logger)
{
    public static ResiliencePropertyKey<EverflowRequest> Request { get; } = new(nameof(Request));

    public ResiliencePipeline<HttpResponseMessage> Reads { get; } = ReadPipeline(options, time, logger);

    public ResiliencePipeline<HttpResponseMessage> Attempt { get; } =
        new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = time }
            .AddCircuitBreaker(Breaker(options, logger))
            .AddTimeout(options.AttemptTimeout)
            .Build();

    private static ResiliencePipeline<HttpResponseMessage> ReadPipeline(EverflowOptions options, TimeProvider time, ILogger logger)
    {
        var builder = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = time }.AddTimeout(options.TotalTimeout);
        return (options.Retries == 0 ? builder : builder.AddRetry(Retry(options, time, logger))).Build();
    }

    private static RetryStrategyOptions<HttpResponseMessage> Retry(EverflowOptions options, TimeProvider time, ILogger logger) => new()
    {
        MaxRetryAttempts = options.Retries,
        BackoffType = DelayBackoffType.Exponential,
        UseJitter = true,
        Delay = options.RetryDelay,
        MaxDelay = TimeSpan.FromSeconds(30),
        ShouldHandle = attempt => new(
            Faults.IsPassing(attempt.Outcome.Exception)
            || (attempt.Outcome.Result is { } reply && Faults.IsPassing(reply.StatusCode) && (RetryAfter.Of(reply, time) ?? TimeSpan.Zero) <= options.LongestRetryAfter)),
        DelayGenerator = attempt => new(attempt.Outcome.Result is { } reply ? RetryAfter.Of(reply, time) : null),
        OnRetry = attempt =>
        {
            var request = attempt.Context.Properties.GetValue(Request, null!);
            request.Notice.Tell(attempt.Outcome.Result is null ? TimeSpan.Zero : attempt.RetryDelay);
            Repeated(logger, request.Operation, (int?)attempt.Outcome.Result?.StatusCode, attempt.AttemptNumber + 1, attempt.RetryDelay);
            return default;
        },
    };

    private static CircuitBreakerStrategyOptions<HttpResponseMessage> Breaker(EverflowOptions options, ILogger logger) => new()
    {
        FailureRatio = 0.5,
        MinimumThroughput = options.BreakerThroughput,
        SamplingDuration = options.BreakerWindow,
        BreakDuration = options.BreakerPause,
        ShouldHandle = call => new(
            Faults.IsPassing(call.Outcome.Exception) || call.Outcome.Result is { StatusCode: >= System.Net.HttpStatusCode.InternalServerError }),
        OnOpened = opened =>
        {
            Opened(logger, opened.BreakDuration);
            return default;
        },
    };

    [LoggerMessage(Level = LogLevel.Warning, Message = "Everflow {Operation} failed (status {Status}); repetition {Repetition} in {Delay}")]
    private static partial void Repeated(ILogger logger, string operation, int? status, int repetition, TimeSpan delay);

    [LoggerMessage(Level = LogLevel.Error, Message = "Everflow fails too often; calls are refused for {Pause}")]
    private static partial void Opened(ILogger logger, TimeSpan pause);
}
