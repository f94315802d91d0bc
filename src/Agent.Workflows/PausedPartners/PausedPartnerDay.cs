namespace PromptLab.Workflows.PausedPartners;

/// <summary>What a check whose last full day was this one would have found.</summary>
public sealed record PausedPartnerDay(DateOnly LastDay, IReadOnlyList<PartnerDrop> Drops);
