using Microsoft.AspNetCore.Http.HttpResults;
using PromptLab.Simulator.Countries;

namespace PromptLab.Simulator.Metadata;

/// <summary>Shared look-up data; it needs no key.</summary>
internal static class MetadataEndpoints
{
    public static void MapMetadata(this IEndpointRouteBuilder version)
    {
        version.MapGet("/meta/timezones", TimeZones);
        version.MapGet("/meta/countries", CountriesOfTheWorld);
        version.MapGet("/meta/currencies", Currencies);
    }

    private static Ok<TimeZonesReply> TimeZones(SimulatedNetwork network)
    {
        var now = network.Clock.GetUtcNow();
        return TypedResults.Ok(new TimeZonesReply([.. TimeZoneList.All.Select(zone => new TimeZonePayload(zone.Id, zone.Name, zone.Title, Offset(zone.Name, now)))]));
    }

    private static string Offset(string zone, DateTimeOffset now)
    {
        var offset = TimeZoneInfo.FindSystemTimeZoneById(zone).GetUtcOffset(now);
        return $"{(offset < TimeSpan.Zero ? '-' : '+')}{offset:hh\\:mm}";
    }

    private static Ok<CountriesReply> CountriesOfTheWorld() =>
        TypedResults.Ok(new CountriesReply([.. CountryList.All.OrderBy(country => country.Id).Select(country => new CountryPayload(country.Id, country.Code, country.Name))]));

    private static Ok<CurrenciesReply> Currencies() =>
        TypedResults.Ok(new CurrenciesReply([.. CurrencyList.PerEuro.Keys.Order(StringComparer.Ordinal).Select(code => new CurrencyPayload(code))]));

    private sealed record TimeZonesReply(IReadOnlyList<TimeZonePayload> Timezones);

    private sealed record TimeZonePayload(int TimezoneId, string Timezone, string TimezoneName, string UtcOffset);

    private sealed record CountriesReply(IReadOnlyList<CountryPayload> Countries);

    private sealed record CountryPayload(int CountryId, string CountryCode, string CountryName);

    private sealed record CurrenciesReply(IReadOnlyList<CurrencyPayload> Currencies);

    private sealed record CurrencyPayload(string CurrencyId);
}
