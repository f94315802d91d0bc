using PromptLab.Data.PendingActions;
using PromptLab.Everflow;
using PromptLab.Plugins.PendingActions;
using PromptLab.Plugins.Rendering;
using PromptLab.Plugins.Tools;
using PromptLab.Workflows.TrackingLinks;

namespace PromptLab.Plugins.TrackingLinks;

/// <summary>What the person reads of a confirmed approval: both facts, the approval and the link, and how to take it back.</summary>
internal static class LinkApprovalAnswer
{
    private const string OthersWarning =
        "> ⚠ While this was done, what is set for other partners on this offer changed too, and not by me. Please look at the offer's partner visibility.\n\n";

    public static PendingActionOutcome Of(PartnerLinkRequest request, LinkApprovalResult result) => result switch
    {
        LinkApprovalResult.Linked linked => Linked(request, linked),
        LinkApprovalResult.ApprovedOnly approved => ApprovedOnly(request, approved),
        LinkApprovalResult.NothingChanged nothing => NothingChanged(request, nothing),
        LinkApprovalResult.Uncertain uncertain => new PendingActionOutcome(
            null,
            "uncertain",
            $"I sent the approval of {LinkWords.Partner(request)} on {LinkWords.Offer(request)}, but Everflow does not tell whether it took it. "
            + $"I keep checking and tell you here; nothing is sent twice. Reference: {uncertain.Reference}.",
            []),
        LinkApprovalResult.TakenOver => new PendingActionOutcome(null, "taken_over", "This is being carried out already; the outcome is told here.", []),
        _ => throw new InvalidOperationException($"An approval has no answer for {result.GetType().Name}."),
    };

    private static PendingActionOutcome Linked(PartnerLinkRequest request, LinkApprovalResult.Linked linked) => new(
        PendingActionStatus.Done,
        linked.OthersChanged ? "others_changed_meanwhile" : "ok",
        $"{Approved(request, linked.OthersChanged)}The tracking link:\n\n{LinkAnswer.Block(linked.Url)}\n\nTo take the approval back: {LinkWords.Revoke(request)}",
        [LinkCard.Of(request, linked.Url, approved: true)]);

    private static PendingActionOutcome ApprovedOnly(PartnerLinkRequest request, LinkApprovalResult.ApprovedOnly approved)
    {
        var text = $"{Approved(request, approved.OthersChanged)}**The link was not created**, though: {Reason(approved.Failure)} "
            + $"Ask for it again; no approval is needed any more. To take the approval back: {LinkWords.Revoke(request)}";
        return new PendingActionOutcome(
            PendingActionStatus.Done, "approved_without_link", text, [QuestionCard.Of("The link can be asked for again.", [LinkWords.AskAgain(request)])]);
    }

    private static PendingActionOutcome NothingChanged(PartnerLinkRequest request, LinkApprovalResult.NothingChanged nothing)
    {
        var why = nothing.Failure is { } failure ? Reason(failure) : "The work was interrupted before Everflow took the approval.";
        var text = $"{LinkWords.Partner(request)} was **not approved** on {LinkWords.Offer(request)}. {why} Nothing was changed, and no link was made. Please ask again.";
        return new PendingActionOutcome(
            PendingActionStatus.Failed,
            nothing.Failure is { } cause ? EverflowProblem.From(cause).Code : "interrupted",
            text,
            [QuestionCard.Of("Nothing was changed.", [LinkWords.AskAgain(request)])]);
    }

    private static string Approved(PartnerLinkRequest request, bool othersChanged) => othersChanged
        ? $"**Approved:** {LinkWords.Partner(request)} may now run {LinkWords.Offer(request)}. I read it back.\n\n{OthersWarning}"
        : $"**Approved:** {LinkWords.Partner(request)} may now run {LinkWords.Offer(request)}. I read it back, and no other partner's setting changed.\n\n";

    private static string Reason(EverflowException failure) => failure.Kind switch
    {
        EverflowFailure.RejectedKey => $"Everflow rejects our key for this. Please tell whoever administers the Everflow account. Reference: {failure.CorrelationId}.",
        EverflowFailure.RateLimited => $"Everflow's request quota is used up. Please try again in a few minutes. Reference: {failure.CorrelationId}.",
        EverflowFailure.Timeout or EverflowFailure.Unavailable => $"Everflow did not answer, also when I tried again. Reference: {failure.CorrelationId}.",
        EverflowFailure.MalformedReply => $"Everflow's answer could not be read. Reference: {failure.CorrelationId}.",
        _ => $"Everflow refused it. Reference: {failure.CorrelationId}.",
    };
}
