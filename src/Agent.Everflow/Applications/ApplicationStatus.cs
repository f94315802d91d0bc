namespace PromptLab.Everflow.Applications;

public enum ApplicationStatus
{
    /// <summary>A word that this version does not know.</summary>
    Unknown,
    Pending,
    Approved,
    Rejected,
}
