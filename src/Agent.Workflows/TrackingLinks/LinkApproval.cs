using PromptLab.Data.Audit;
using PromptLab.Data.PendingActions;
using PromptLab.Everflow;
using PromptLab.Everflow.TrackingLinks;
using PromptLab.Everflow.Visibility;

namespace PromptLab.Workflows.TrackingLinks;

/// <summary>
/// WF1 after a person's yes: compares the state with what was shown, approves this one partner, reads back, proves that nobody
/// else's setting moved, and makes the link. Every step is stored before the next, so that a stopped process can be followed up.
/// </summary>
public sealed class LinkApproval(
    LinkAccessReader reader, VisibilityClient visibility, TrackingLinksClient links, PendingActionExecution execution, AuditRepository audit,
    TimeProvider time)
{
    /// <summary>A change that a dead process sent may still be on its way for so long.</summary>
    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(5);

    /// <param name="action">As claimed.</param>
    public async Task<LinkApprovalResult> RunAsync(
        PendingActionRow action, PartnerLinkRequest request, IProgress<LinkApprovalStage> progress, CancellationToken cancellationToken)
    {
        progress.Report(LinkApprovalStage.Checking);
        LinkReading reading;
        try
        {
            reading = await reader.ReadAsync(request, cancellationToken);
        }
        catch (EverflowException exception)
        {
            return new LinkApprovalResult.NothingChanged(exception);
        }

        if (reading is not LinkReading.Ready { Access: var access } || access.Digest != action.Digest)
        {
            return new LinkApprovalResult.Changed(reading);
        }

        var others = StateDigest.OfOthers(access.Settings, request.PartnerId);
        return await execution.ReachAsync(action, PendingActionStep.WriteStarted, others, cancellationToken)
            ? await ApproveAsync(action with { OthersDigest = others }, request, progress, cancellationToken)
            : new LinkApprovalResult.TakenOver();
    }

    /// <summary>Follows up what a stopped process, or an unanswered write, left behind. Nothing is approved here.</summary>
    public async Task<LinkApprovalResult> RecoverAsync(
        PendingActionRow action, PartnerLinkRequest request, IProgress<LinkApprovalStage> progress, CancellationToken cancellationToken)
    {
        if (action.WriteStartedAt is not { } started)
        {
            return new LinkApprovalResult.NothingChanged(null);
        }

        progress.Report(LinkApprovalStage.Verifying);
        try
        {
            if (started + Settled - time.GetUtcNow() is var wait && wait > TimeSpan.Zero)
            {
                await Task.Delay(wait, time, cancellationToken);
            }

            return await visibility.GetAsync(request.OfferId, cancellationToken) is { } now && now.Of(request.PartnerId) == PartnerVisibility.Visible
                ? await LinkAsync(action, request, now, progress, cancellationToken)
                : new LinkApprovalResult.NothingChanged(null);
        }
        catch (EverflowException exception)
        {
            return new LinkApprovalResult.Uncertain(exception.CorrelationId);
        }
    }

    /// <summary>A write that got no clear answer, or that the quota turned away, is sent once more, and only after reading that it was not taken.</summary>
    private async Task<LinkApprovalResult> ApproveAsync(
        PendingActionRow action, PartnerLinkRequest request, IProgress<LinkApprovalStage> progress, CancellationToken cancellationToken)
    {
        for (var isLast = false; ; isLast = true)
        {
            progress.Report(LinkApprovalStage.Approving);
            var failure = await TrySetAsync(request, cancellationToken);
            progress.Report(failure is null ? LinkApprovalStage.Verifying : LinkApprovalStage.Rechecking);
            OfferPartners? now;
            try
            {
                now = await visibility.GetAsync(request.OfferId, cancellationToken);
            }
            catch (EverflowException exception)
            {
                return new LinkApprovalResult.Uncertain((failure ?? exception).CorrelationId);
            }

            if (now?.Of(request.PartnerId) == PartnerVisibility.Visible)
            {
                return await LinkAsync(action, request, now, progress, cancellationToken);
            }

            if (failure is null)
            {
                return new LinkApprovalResult.Uncertain(action.Id.ToString("N"));
            }

            if (isLast || !MayWorkNow(failure.Kind))
            {
                await RecordAsync(action, AuditAction.PartnerApproved, AuditCode.Of(failure.Kind), cancellationToken);
                return new LinkApprovalResult.NothingChanged(failure);
            }
        }
    }

    private async Task<LinkApprovalResult> LinkAsync(
        PendingActionRow action, PartnerLinkRequest request, OfferPartners now, IProgress<LinkApprovalStage> progress, CancellationToken cancellationToken)
    {
        var othersChanged = StateDigest.OfOthers(now, request.PartnerId) != action.OthersDigest;
        if (action.ApprovedAt is null && !await execution.ReachAsync(action, PendingActionStep.Approved, "", cancellationToken))
        {
            return new LinkApprovalResult.TakenOver();
        }

        if (othersChanged)
        {
            await RecordAsync(action, AuditAction.PartnerApproved, "others_changed_meanwhile", cancellationToken);
        }

        progress.Report(LinkApprovalStage.Linking);
        try
        {
            var url = await links.CreateAsync(request, cancellationToken);
            return await execution.ReachAsync(action, PendingActionStep.LinkCreated, "", cancellationToken)
                ? new LinkApprovalResult.Linked(url, othersChanged)
                : new LinkApprovalResult.TakenOver();
        }
        catch (EverflowException exception)
        {
            await RecordAsync(action, AuditAction.LinkCreated, AuditCode.Of(exception.Kind), cancellationToken);
            return new LinkApprovalResult.ApprovedOnly(exception, othersChanged);
        }
    }

    private async Task<EverflowException?> TrySetAsync(PartnerLinkRequest request, CancellationToken cancellationToken)
    {
        try
        {
            await visibility.SetAsync(request.PartnerId, request.OfferId, PartnerVisibility.Visible, cancellationToken);
            return null;
        }
        catch (EverflowException exception)
        {
            return exception;
        }
    }

    /// <summary>No clear answer, or none but the quota's: that one is waited for by the reading in between.</summary>
    private static bool MayWorkNow(EverflowFailure kind) =>
        kind is EverflowFailure.Timeout or EverflowFailure.Unavailable or EverflowFailure.MalformedReply or EverflowFailure.RateLimited;

    private Task RecordAsync(PendingActionRow action, string step, string result, CancellationToken cancellationToken) =>
        audit.AppendAsync(
            new AuditEntry(action.DecidedBy ?? action.Owner, step, action.PartnerId, action.OfferId, true, true, result, action.Id), cancellationToken);
}
