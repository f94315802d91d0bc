namespace PromptLab.Simulator.Visibility;

/// <summary>A partner's own setting on an offer, over the offer's default.</summary>
internal enum PartnerVisibility
{
    Visible,
    Hidden,
    Rejected,
}
