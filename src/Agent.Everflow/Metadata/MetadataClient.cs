using Microsoft.Extensions.Options;
using PromptLab.Everflow.Transport;
using PromptLab.Everflow.Wire;

namespace PromptLab.Everflow.Metadata;

/// <summary><c>/meta</c>: lookup data that hardly ever changes; each list is read once and kept for hours.</summary>
public sealed class MetadataClient
{
    private readonly Kept<IReadOnlyList<NetworkTimeZone>> _timeZones;
    private readonly Kept<IReadOnlyList<NetworkCountry>> _countries;
    private readonly Kept<IReadOnlyList<string>> _currencies;
    private readonly Kept<int> _timeZoneId;
    private readonly string _timeZone;
    private readonly TimeProvider _time;

    internal MetadataClient(EverflowGateway gateway, IOptions<EverflowOptions> options, TimeProvider time)
    {
        var lifetime = options.Value.MetadataLifetime;
        _time = time;
        _timeZone = options.Value.TimeZone;
        _timeZoneId = new(ResolveTimeZoneAsync, time, lifetime);
        _timeZones = new(
            token => gateway.ReadAsync(
                ApiCall.Get("metadata.time_zones", "meta/timezones"), WireJson.Default.TimeZonesWire, MetadataWire.TimeZones, token),
            time,
            lifetime);
        _countries = new(
            token => gateway.ReadAsync(
                ApiCall.Get("metadata.countries", "meta/countries"), WireJson.Default.CountriesWire, MetadataWire.Countries, token),
            time,
            lifetime);
        _currencies = new(
            token => gateway.ReadAsync(
                ApiCall.Get("metadata.currencies", "meta/currencies"), WireJson.Default.CurrenciesWire, MetadataWire.Currencies, token),
            time,
            lifetime);
    }

    /// <exception cref="EverflowException">Any failure.</exception>
    public ValueTask<IReadOnlyList<NetworkTimeZone>> GetTimeZonesAsync(CancellationToken cancellationToken) =>
        _timeZones.GetAsync(cancellationToken);

    /// <exception cref="EverflowException">Any failure.</exception>
    public ValueTask<IReadOnlyList<NetworkCountry>> GetCountriesAsync(CancellationToken cancellationToken) =>
        _countries.GetAsync(cancellationToken);

    /// <summary>ISO 4217 codes.</summary>
    /// <exception cref="EverflowException">Any failure.</exception>
    public ValueTask<IReadOnlyList<string>> GetCurrenciesAsync(CancellationToken cancellationToken) =>
        _currencies.GetAsync(cancellationToken);

    /// <summary>The API's id of the zone <c>Everflow:TimeZone</c>.</summary>
    /// <exception cref="EverflowException"><see cref="EverflowFailure.BadRequest"/> when the network has no zone with these days;
    /// otherwise any failure.</exception>
    internal ValueTask<int> GetTimeZoneIdAsync(CancellationToken cancellationToken) => _timeZoneId.GetAsync(cancellationToken);

    private async Task<int> ResolveTimeZoneAsync(CancellationToken cancellationToken)
    {
        var zones = await GetTimeZonesAsync(cancellationToken);
        return TimeZoneMatch.Find(_timeZone, zones, _time.GetUtcNow())?.Id
            ?? throw new EverflowException(
                EverflowFailure.BadRequest, "metadata.time_zones", "Everflow:TimeZone is a zone that the network does not know.");
    }
}
