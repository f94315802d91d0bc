namespace PromptLab.Simulator.Applications;

/// <summary>A partner's wish to run an offer.</summary>
internal sealed record Application(int Id, int PartnerId, int OfferId, ApplicationStatus Status, DateOnly Created);
