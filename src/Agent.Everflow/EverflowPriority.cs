namespace PromptLab.Everflow;

/// <summary>Who waits for a call; where the quota is short, a lower value goes first.</summary>
public enum EverflowPriority
{
    /// <summary>A person is looking at the screen.</summary>
    Interactive,

    /// <summary>Alerts, pipelines and other work on a schedule.</summary>
    Scheduled,
}
