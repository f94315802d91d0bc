using PromptLab.Everflow;

namespace PromptLab.Plugins.Tools;

/// <summary>What a person reads when Everflow did not answer as it should. Upstream texts are never part of it.</summary>
public static class EverflowProblem
{
    public static ToolProblem From(EverflowException exception) =>
        new(Code(exception.Kind), Text(exception.Kind), [], exception.CorrelationId) { RetryAfter = exception.RetryAfter };

    private static string Code(EverflowFailure kind) => kind switch
    {
        EverflowFailure.RejectedKey => "everflow_rejected_key",
        EverflowFailure.NotFound => "everflow_not_found",
        EverflowFailure.RateLimited => "everflow_rate_limited",
        EverflowFailure.Unavailable => "everflow_unavailable",
        EverflowFailure.Timeout => "everflow_timeout",
        EverflowFailure.MalformedReply => "everflow_malformed_reply",
        _ => "everflow_bad_request",
    };

    private static string Text(EverflowFailure kind) => kind switch
    {
        EverflowFailure.RejectedKey =>
            "Everflow rejects our key, so I cannot read the network's data. Please tell whoever administers the Everflow account (Everflow:ApiKey).",
        EverflowFailure.NotFound => "Everflow does not know what was asked for; it may have been removed a moment ago.",
        EverflowFailure.RateLimited => "Everflow's request quota is used up and the wait is too long for one answer. Please try again in a few minutes.",
        EverflowFailure.Unavailable => "Everflow did not answer, also after several tries. Nothing was changed; please try again later.",
        EverflowFailure.Timeout => "Everflow did not answer in time, also after several tries. Nothing was changed; please try again later.",
        EverflowFailure.MalformedReply => "Everflow's answer could not be read, so I show no figures rather than wrong ones.",
        _ => "Everflow refused the request.",
    };
}
