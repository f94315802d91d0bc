namespace PromptLab.Workflows.TrackingLinks;

/// <summary>Why a partner cannot get a link, whatever is approved.</summary>
public enum LinkRefusal
{
    PartnerNotFound,
    PartnerInactive,

    /// <summary>Suspended.</summary>
    PartnerBlocked,

    /// <summary>Not admitted to the network yet.</summary>
    PartnerPending,

    /// <summary>In a state that this version does not know.</summary>
    PartnerUnclear,
    OfferNotFound,
    OfferPaused,
    OfferDeleted,
    OfferPending,

    /// <summary>In a state that this version does not know.</summary>
    OfferUnclear,

    /// <summary>Unknown, or another offer's.</summary>
    PageNotFound,

    /// <summary>Paused or deleted.</summary>
    PageInactive,
}
