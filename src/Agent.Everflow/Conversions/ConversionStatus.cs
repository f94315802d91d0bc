namespace PromptLab.Everflow.Conversions;

public enum ConversionStatus
{
    /// <summary>A word that this version does not know.</summary>
    Unknown,
    Approved,
    Pending,
    Rejected,
    Invalid,
}
