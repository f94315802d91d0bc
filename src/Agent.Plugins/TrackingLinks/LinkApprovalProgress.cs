using PromptLab.Plugins.Tools;
using PromptLab.Workflows.TrackingLinks;

namespace PromptLab.Plugins.TrackingLinks;

/// <summary>The stages of an approval in words.</summary>
internal sealed class LinkApprovalProgress(IProgress<ToolProgress> progress) : IProgress<LinkApprovalStage>
{
    public void Report(LinkApprovalStage value) => progress.Report(new ToolProgress("approval", value switch
    {
        LinkApprovalStage.Checking => "Checking that everything is still as shown…",
        LinkApprovalStage.Approving => "Approving the partner…",
        LinkApprovalStage.Rechecking => "Everflow gave no clear answer; reading the state before anything is tried again…",
        LinkApprovalStage.Verifying => "Reading back whether the approval is there…",
        _ => "Creating the link…",
    }));
}
