namespace PromptLab.Simulator.Offers;

/// <param name="ConversionRate">Conversions per click, 0.02 = 2 %.</param>
/// <param name="ThrottlePercent">Conversions scrubbed by the network, in percent; 0 when the offer does not throttle.</param>
/// <param name="EventName">Name of a paid event after the conversion, or null.</param>
internal sealed record Offer(
    int Id,
    string Name,
    OfferStatus Status,
    OfferVisibility Visibility,
    int AdvertiserId,
    Category Category,
    IReadOnlyList<string> Labels,
    OfferPrice Price,
    double ConversionRate,
    IReadOnlyList<string> CountryCodes,
    DateOnly Created)
{
    public int ThrottlePercent { get; init; }
    public string? EventName { get; init; }
    public string CurrencyId { get; } = "EUR";
    public string DestinationUrl => $"https://www.landing-{Id}.test/start?tid={{transaction_id}}";
}
