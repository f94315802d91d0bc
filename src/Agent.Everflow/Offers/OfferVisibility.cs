namespace PromptLab.Everflow.Offers;

/// <summary>Who may run an offer when nothing is set for a partner.</summary>
public enum OfferVisibility
{
    /// <summary>A word that this version does not know.</summary>
    Unknown,

    /// <summary>Every partner.</summary>
    Public,

    /// <summary>Nobody until approved; partners can apply.</summary>
    RequireApproval,

    /// <summary>Nobody until approved; partners do not see it.</summary>
    Private,
}
