namespace PromptLab.Everflow.Offers;

public enum OfferStatus
{
    /// <summary>A word that this version does not know.</summary>
    Unknown,
    Active,
    Paused,
    Pending,
    Deleted,
}
