using PromptLab.Everflow;

namespace PromptLab.Workflows.Exports;

/// <summary>Why Everflow gave no whole report, in words for the person.</summary>
internal static class ExportFailure
{
    public static string Code(EverflowException exception) => exception.Kind switch
    {
        EverflowFailure.RejectedKey => "everflow_rejected_key",
        EverflowFailure.NotFound => "everflow_not_found",
        EverflowFailure.RateLimited => "everflow_rate_limited",
        EverflowFailure.Unavailable => "everflow_unavailable",
        EverflowFailure.Timeout => "everflow_timeout",
        EverflowFailure.MalformedReply => "everflow_malformed_reply",
        _ => "everflow_bad_request",
    };

    public static string Text(EverflowException exception) => $"{Reason(exception.Kind)} So no file was made. Reference: {exception.CorrelationId}.";

    private static string Reason(EverflowFailure kind) => kind switch
    {
        EverflowFailure.RejectedKey => "Everflow rejects our key; please tell whoever administers the Everflow account.",
        EverflowFailure.RateLimited => "Everflow's request quota is used up; please try again in a few minutes.",
        EverflowFailure.Timeout => "Everflow stopped answering while the report was read, also after several tries; please try again later.",
        EverflowFailure.Unavailable => "Everflow broke off while the report was read, also after several tries; please try again later.",
        EverflowFailure.MalformedReply => "Everflow's report could not be read to its end, and half a report would be wrong.",
        _ => "Everflow refused the report.",
    };
}
