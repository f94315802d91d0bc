namespace PromptLab.Simulator.Partners;

internal enum PartnerStatus
{
    Active,
    Inactive,
    Pending,
    Suspended,
}
