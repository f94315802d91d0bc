namespace PromptLab.Simulator.Offers;

internal enum OfferStatus
{
    Active,
    Paused,
    Pending,
    Deleted,
}
