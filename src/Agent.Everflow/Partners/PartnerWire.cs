using System.Text.Json;
using PromptLab.Everflow.Wire;

namespace PromptLab.Everflow.Partners;

/// <summary>A row of the list and of the search, which name the manager differently.</summary>
internal sealed class PartnerWire
{
    public int NetworkAffiliateId { get; set; }

    public string? Name { get; set; }

    public string? AccountStatus { get; set; }

    public int NetworkEmployeeId { get; set; }

    public int AccountManagerId { get; set; }

    public string?[]? Labels { get; set; }

    public long TimeCreated { get; set; }

    public PartnerRelationsWire? Relationship { get; set; }

    public Partner ToPartner() => new(
        NetworkAffiliateId > 0 ? NetworkAffiliateId : throw new JsonException("A partner has no id."),
        Name ?? "",
        StatusOf(AccountStatus),
        WireText.Id(NetworkEmployeeId) ?? WireText.Id(AccountManagerId),
        WireText.Labels(Labels, Relationship?.Labels))
    {
        CreatedAt = WireText.Time(TimeCreated),
    };

    private static PartnerStatus StatusOf(string? text) => text switch
    {
        "active" => PartnerStatus.Active,
        "inactive" => PartnerStatus.Inactive,
        "pending" => PartnerStatus.Pending,
        "suspended" => PartnerStatus.Suspended,
        _ => PartnerStatus.Unknown,
    };
}

internal sealed class PartnerRelationsWire
{
    public EntriesWire? Labels { get; set; }
}

internal sealed class PartnerPageWire
{
    public PartnerWire?[]? Affiliates { get; set; }

    public PagingWire? Paging { get; set; }
}
