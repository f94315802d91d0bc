namespace PromptLab.Everflow.Resilience;

/// <summary>Not documented by Everflow, but sent by what stands in front of it.</summary>
internal static class RetryAfter
{
    /// <summary>How long to stay away, or null when the reply does not say.</summary>
    public static TimeSpan? Of(HttpResponseMessage reply, TimeProvider time) => reply.Headers.RetryAfter switch
    {
        { Delta: { } wait } => wait,
        { Date: { } date } => date > time.GetUtcNow() ? date - time.GetUtcNow() : TimeSpan.Zero,
        _ => null,
    };
}
