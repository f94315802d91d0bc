using System.Text.Json;
using PromptLab.Everflow.Wire;

namespace PromptLab.Everflow.Offers;

internal sealed class OfferWire
{
    public int NetworkOfferId { get; set; }

    public int NetworkAdvertiserId { get; set; }

    public string? Name { get; set; }

    public string? OfferStatus { get; set; }

    public string? Visibility { get; set; }

    public string? CurrencyId { get; set; }

    public string? DestinationUrl { get; set; }

    public string?[]? Labels { get; set; }

    public long TimeCreated { get; set; }

    public long TimeSaved { get; set; }

    public OfferRelationsWire? Relationship { get; set; }

    public Offer ToOffer() => new(
        NetworkOfferId > 0 ? NetworkOfferId : throw new JsonException("An offer has no id."),
        Name ?? "",
        StatusOf(OfferStatus),
        VisibilityOf(Visibility),
        NetworkAdvertiserId,
        CurrencyId ?? "",
        DestinationUrl ?? "",
        WireText.Labels(Labels, Relationship?.Labels))
    {
        CreatedAt = WireText.Time(TimeCreated),
        SavedAt = WireText.Time(TimeSaved),
    };

    private static OfferStatus StatusOf(string? text) => text switch
    {
        "active" => Offers.OfferStatus.Active,
        "paused" => Offers.OfferStatus.Paused,
        "pending" => Offers.OfferStatus.Pending,
        "deleted" => Offers.OfferStatus.Deleted,
        _ => Offers.OfferStatus.Unknown,
    };

    private static OfferVisibility VisibilityOf(string? text) => text switch
    {
        "public" => OfferVisibility.Public,
        "require_approval" => OfferVisibility.RequireApproval,
        "private" => OfferVisibility.Private,
        _ => OfferVisibility.Unknown,
    };
}

internal sealed class OfferRelationsWire
{
    public EntriesWire? Labels { get; set; }
}

internal sealed class OfferPageWire
{
    public OfferWire?[]? Offers { get; set; }

    public PagingWire? Paging { get; set; }
}
