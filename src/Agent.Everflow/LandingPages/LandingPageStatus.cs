namespace PromptLab.Everflow.LandingPages;

public enum LandingPageStatus
{
    /// <summary>A word that this version does not know.</summary>
    Unknown,
    Active,
    Paused,
    Deleted,
}
