namespace PromptLab.Everflow;

/// <summary>Why a call to Everflow failed, as far as a caller acts on it.</summary>
public enum EverflowFailure
{
    /// <summary>401 or 403: the key is missing, revoked, of another realm or lacks a permission.</summary>
    RejectedKey,

    /// <summary>404.</summary>
    NotFound,

    /// <summary>429, after the allowed repetitions.</summary>
    RateLimited,

    /// <summary>5xx, no connection, a broken one, or an open circuit breaker.</summary>
    Unavailable,

    /// <summary>No answer in time. After a write nobody knows whether it happened.</summary>
    Timeout,

    /// <summary>An answer that is not what the API documents.</summary>
    MalformedReply,

    /// <summary>Another 4xx, a write that was answered with "no", or a request refused before it was sent.</summary>
    BadRequest,
}
