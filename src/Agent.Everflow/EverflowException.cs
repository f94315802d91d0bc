using System.Net;

namespace PromptLab.Everflow;

/// <summary>Any failure of an Everflow call. <see cref="Exception.Message"/> is free of names, figures and upstream text.</summary>
public sealed class EverflowException(EverflowFailure kind, string operation, string message, Exception? innerException = null)
    : Exception(message, innerException)
{
    public EverflowFailure Kind { get; } = kind;

    /// <summary>The call by a name of ours, such as <c>reports.table</c>.</summary>
    public string Operation { get; } = operation;

    /// <summary>Null when no answer came or the request was not sent.</summary>
    public HttpStatusCode? Status { get; init; }

    /// <summary>The API's own words; for diagnosis, never shown and never logged.</summary>
    public string? UpstreamMessage { get; init; }

    /// <summary>Set when the API said when to come back.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The reference a person can quote; a failed request is logged under it.</summary>
    public string CorrelationId { get; } = Guid.NewGuid().ToString("N");
}
