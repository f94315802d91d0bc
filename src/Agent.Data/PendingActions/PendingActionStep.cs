namespace PromptLab.Data.PendingActions;

/// <summary>What an action that is being carried out has reached.</summary>
public enum PendingActionStep
{
    /// <summary>The change is about to be sent.</summary>
    WriteStarted,

    /// <summary>The network was seen to have the change.</summary>
    Approved,

    LinkCreated,
}
