using PromptLab.Simulator.Wire;

namespace PromptLab.Simulator.Partners;

/// <summary>A partner as lists and look-ups send it. The table search adds the manager's and executive's names at the top level.</summary>
internal sealed record PartnerPayload(
    int NetworkAffiliateId,
    string Name,
    PartnerStatus AccountStatus,
    int NetworkEmployeeId,
    IReadOnlyList<string> Labels,
    long TimeCreated,
    long TimeSaved,
    int? AccountManagerId,
    string? AccountManagerName,
    int? AccountExecutiveId,
    string? AccountExecutiveName,
    PartnerRelationship Relationship)
{
    public int NetworkId { get; } = NetworkPayload.Id;
    public string InternalNotes { get; } = "";
    public string DefaultCurrencyId { get; } = "EUR";
    public bool EnableMediaCostTrackingLinks { get; }
    public bool IsContactAddressEnabled { get; }
    public int NetworkAffiliateTierId { get; }
    public int NetworkTrafficSourceId { get; }
    public int ReferrerId { get; }
    public bool HasNotifications { get; } = true;
}

internal sealed record PartnerRelationship(EntryList<string> Labels, ManagerPayload AccountManager, PartnerVisibilityPayload? Visibility);

internal sealed record ManagerPayload(int NetworkEmployeeId, string FirstName, string LastName, string FullName)
{
    public int NetworkId { get; } = NetworkPayload.Id;
    public string AccountStatus { get; } = "active";
}

/// <summary>The offers on which a partner has a setting of its own.</summary>
internal sealed record PartnerVisibilityPayload(
    IReadOnlyList<int> NetworkOfferVisibleIds, IReadOnlyList<int> NetworkOfferRejectedIds, IReadOnlyList<int> NetworkOfferHiddenIds);
