namespace PromptLab.Everflow.Visibility;

/// <summary>What is set for one partner on one offer. Hidden and rejected have the same effect.</summary>
public enum PartnerVisibility
{
    Visible,
    Hidden,
    Rejected,
}
