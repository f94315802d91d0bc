using System.Text.Json;

namespace PromptLab.Everflow.Metadata;

/// <summary>From the wire to what callers use; entries without an id or a name are left out.</summary>
internal static class MetadataWire
{
    public static IReadOnlyList<NetworkTimeZone> TimeZones(TimeZonesWire reply) =>
    [
        .. (reply.Timezones ?? throw new JsonException("The reply has no time zones."))
            .Where(zone => zone is { TimezoneId: > 0, Timezone.Length: > 0 })
            .Select(zone => new NetworkTimeZone(zone!.TimezoneId, zone.Timezone!)),
    ];

    public static IReadOnlyList<NetworkCountry> Countries(CountriesWire reply) =>
    [
        .. (reply.Countries ?? throw new JsonException("The reply has no countries."))
            .Where(country => country is { CountryCode.Length: > 0 } && (country.CountryName ?? country.Name) is not null)
            .Select(country => new NetworkCountry(country!.CountryId, country.CountryCode!, (country.CountryName ?? country.Name)!)),
    ];

    public static IReadOnlyList<string> Currencies(CurrenciesWire reply) =>
    [
        .. (reply.Currencies ?? throw new JsonException("The reply has no currencies."))
            .Select(currency => currency?.CurrencyId)
            .OfType<string>(),
    ];
}

internal sealed class TimeZonesWire
{
    public TimeZoneWire?[]? Timezones { get; set; }
}

internal sealed class TimeZoneWire
{
    public int TimezoneId { get; set; }

    public string? Timezone { get; set; }
}

internal sealed class CountriesWire
{
    public CountryWire?[]? Countries { get; set; }
}

internal sealed class CountryWire
{
    public int CountryId { get; set; }

    public string? CountryCode { get; set; }

    public string? CountryName { get; set; }

    /// <summary>The documentation does not show the name's field; both spellings are taken.</summary>
    public string? Name { get; set; }
}

internal sealed class CurrenciesWire
{
    public CurrencyWire?[]? Currencies { get; set; }
}

internal sealed class CurrencyWire
{
    public string? CurrencyId { get; set; }
}
