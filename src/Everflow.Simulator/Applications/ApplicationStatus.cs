namespace PromptLab.Simulator.Applications;

internal enum ApplicationStatus
{
    Approved,
    Pending,
    Rejected,
}
