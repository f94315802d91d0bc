namespace PromptLab.Everflow.Offers;

/// <summary>An offer (campaign) of an advertiser.</summary>
/// <param name="CurrencyId">ISO 4217.</param>
/// <param name="DestinationUrl">The default landing page.</param>
public sealed record Offer(
    int Id,
    string Name,
    OfferStatus Status,
    OfferVisibility Visibility,
    int AdvertiserId,
    string CurrencyId,
    string DestinationUrl,
    IReadOnlyList<string> Labels)
{
    /// <summary>UTC, when the reply has it.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>UTC; the last change of a field of the offer itself, such as its status.</summary>
    public DateTimeOffset? SavedAt { get; init; }
}
