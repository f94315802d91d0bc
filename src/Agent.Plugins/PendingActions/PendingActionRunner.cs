using System.Text.Json;
using PromptLab.Data.PendingActions;
using PromptLab.Everflow;
using PromptLab.Plugins.Tools;
using PromptLab.Plugins.TrackingLinks;
using PromptLab.Workflows.TrackingLinks;

namespace PromptLab.Plugins.PendingActions;

/// <summary>Carries out an action that a person has confirmed and this process has claimed.</summary>
public sealed class PendingActionRunner
{
    private readonly LinkApproval _approval;
    private readonly LinkProposals _proposals;

    internal PendingActionRunner(LinkApproval approval, LinkProposals proposals) => (_approval, _proposals) = (approval, proposals);

    /// <param name="isRecovery">True to follow up what another process left behind, rather than to begin.</param>
    public async Task<PendingActionOutcome> RunAsync(
        PendingActionRow action, bool isRecovery, IProgress<ToolProgress> progress, CancellationToken cancellationToken)
    {
        var request = JsonSerializer.Deserialize<PartnerLinkRequest>(action.Payload)!;
        var stages = new LinkApprovalProgress(progress);
        using var call = EverflowCall.Use(EverflowPriority.Interactive, wait => progress.Report(QuotaWait.Of(wait)));
        var result = isRecovery
            ? await _approval.RecoverAsync(action, request, stages, cancellationToken)
            : await _approval.RunAsync(action, request, stages, cancellationToken);
        return result is LinkApprovalResult.Changed changed ? _proposals.OnChange(action, request, changed.Now) : LinkApprovalAnswer.Of(request, result);
    }
}
