using System.Net;

namespace PromptLab.Planner.Models;

/// <summary>The one way in which a model call fails. The message holds nothing that the provider said.</summary>
public sealed class ModelException(ModelFailure failure, Exception? innerException = null)
    : Exception($"The model gave no answer: {Codes[(int)failure]}.", innerException)
{
    private static readonly string[] Codes =
        ["rejected_key", "rate_limited", "unavailable", "timeout", "bad_request", "context_too_long", "malformed_reply"];

    public ModelFailure Failure { get; } = failure;

    /// <summary>Stable and snake case, for example <c>rate_limited</c>.</summary>
    public string Code => Codes[(int)Failure];

    /// <summary>The HTTP status, where there was one.</summary>
    public HttpStatusCode? Status { get; init; }

    /// <summary>How long the provider asks to wait.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Whether the same call may succeed when it is made again.</summary>
    public bool IsTransient { get; init; } = failure is ModelFailure.RateLimited or ModelFailure.Unavailable;

    /// <summary>How often the call was made again before it was given up.</summary>
    public int Retries { get; internal set; }

    /// <summary>What the provider said, shortened. Neither for users nor for logs.</summary>
    public string? UpstreamMessage { get; init; }
}
