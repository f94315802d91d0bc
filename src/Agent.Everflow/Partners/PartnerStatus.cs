namespace PromptLab.Everflow.Partners;

public enum PartnerStatus
{
    /// <summary>A word that this version does not know.</summary>
    Unknown,
    Active,
    Inactive,
    Pending,

    /// <summary>Blocked.</summary>
    Suspended,
}
