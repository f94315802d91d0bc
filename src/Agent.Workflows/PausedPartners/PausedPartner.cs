namespace PromptLab.Workflows.PausedPartners;

/// <summary>A partner over the threshold.</summary>
/// <param name="Explanation">Null for those beyond the ones that are listed.</param>
public sealed record PausedPartner(PartnerDrop Drop, DropExplanation? Explanation);
