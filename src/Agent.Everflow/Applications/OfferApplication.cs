namespace PromptLab.Everflow.Applications;

/// <summary>A partner's request to run an offer.</summary>
public sealed record OfferApplication(int Id, int PartnerId, int OfferId, ApplicationStatus Status);
