namespace PromptLab.Everflow.Labels;

/// <summary>A free text and what it is attached to.</summary>
public sealed record Label(
    string Text,
    IReadOnlyList<int> AdvertiserIds,
    IReadOnlyList<int> OfferIds,
    IReadOnlyList<int> PartnerIds);
