namespace PromptLab.Simulator.LandingPages;

internal enum LandingPageStatus
{
    Active,
    Paused,
    Deleted,
}
