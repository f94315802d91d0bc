namespace PromptLab.Workflows.TrackingLinks;

/// <summary>What an approval is at, for whoever waits for it.</summary>
public enum LinkApprovalStage
{
    Checking,
    Approving,

    /// <summary>The network did not answer; the state is read before anything is sent again.</summary>
    Rechecking,
    Verifying,
    Linking,
}
