namespace PromptLab.Planner.Models;

/// <summary>Why a model gave no answer.</summary>
public enum ModelFailure
{
    /// <summary>401 or 403: the key is wrong or may not use the model.</summary>
    RejectedKey,

    /// <summary>429: too many requests, or the account's quota is used up.</summary>
    RateLimited,

    /// <summary>5xx, no connection, or a connection that broke.</summary>
    Unavailable,

    /// <summary>No first content, or no further content, in time.</summary>
    Timeout,

    /// <summary>Any other 4xx: an unknown model, a parameter it does not take.</summary>
    BadRequest,

    /// <summary>The conversation is longer than the model's context.</summary>
    ContextTooLong,

    /// <summary>A reply that is not what the protocol says.</summary>
    MalformedReply,
}
