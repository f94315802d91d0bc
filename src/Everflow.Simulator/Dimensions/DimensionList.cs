using System.Collections.Frozen;
using System.Globalization;
using PromptLab.Simulator.Randomness;
using PromptLab.Simulator.Traffic;
using PromptLab.Simulator.Wire;

namespace PromptLab.Simulator.Dimensions;

/// <summary>Every column of the network's reports that is not a time.</summary>
internal sealed class DimensionList
{
    private static readonly string[] EmptyColumns = ["coupon_code", "referer", "project_id", "dma"];
    private static readonly string[] UnusedEntities = ["offer_group", "campaign", "creative"];
    private readonly FrozenDictionary<string, Dimension> _byColumn;

    public DimensionList(SimulatedNetwork network) =>
        _byColumn = Entities(network).Concat(Geographic()).Concat(Technical()).Concat(Subs()).Concat(Constants()).ToFrozenDictionary(dimension => dimension.Column);

    public Dimension? Find(string column) => _byColumn.GetValueOrDefault(column == "brand" ? "device_make" : column);

    private static IEnumerable<Dimension> Entities(SimulatedNetwork network) =>
    [
        new("offer", (in TrafficStream stream) => stream.OfferId, id => Entity(id, network.Offers[id].Name), "network_offer_id", "offer_name"),
        new("affiliate", (in TrafficStream stream) => stream.PartnerId, id => Entity(id, network.Partners[id].Name), "network_affiliate_id", "affiliate_name"),
        new("advertiser", (in TrafficStream stream) => network.Offers[stream.OfferId].AdvertiserId, id => Entity(id, network.Advertisers[id].Name), "network_advertiser_id", "advertiser_name"),
        new("offer_url", (in TrafficStream stream) => stream.PageId, id => Entity(id, id == 0 ? "Default" : network.LandingPages[id].Name), "network_offer_url_id", "offer_url"),
        new("category", (in TrafficStream stream) => network.Offers[stream.OfferId].Category.Id, id => Entity(id, Offers.CategoryList.All[id - 1].Name), "category_id", "category_name"),
        new("affiliate_manager", (in TrafficStream stream) => network.Partners[stream.PartnerId].ManagerId, id => Entity(id, network.Employees[id].FullName), "affiliate_manager_id", "affiliate_manager_name"),
        new("account_manager", (in TrafficStream stream) => network.Advertisers[network.Offers[stream.OfferId].AdvertiserId].ManagerId, id => Entity(id, network.Employees[id].FullName), "account_manager_id", "account_manager_name"),
        new("offer_status", (in TrafficStream stream) => (int)network.StatusOf(network.Offers[stream.OfferId]), code => DimensionValue.Plain(WireJson.Word((Offers.OfferStatus)code)), "offer_status"),
        new("payout_type", (in TrafficStream stream) => IsShare(network, stream), code => DimensionValue.Plain(code == 1 ? "cps" : "cpa"), "payout_type"),
        new("revenue_type", (in TrafficStream stream) => IsShare(network, stream), code => DimensionValue.Plain(code == 1 ? "rps" : "rpa"), "revenue_type"),
        new("payout_amount", (in TrafficStream stream) => network.Offers[stream.OfferId].Price.PayoutCents, Money, "payout_amount"),
        new("revenue_amount", (in TrafficStream stream) => network.Offers[stream.OfferId].Price.RevenueCents, Money, "revenue_amount"),
    ];

    private static IEnumerable<Dimension> Geographic() =>
    [
        new("country", (in TrafficStream stream) => stream.Country, code => DimensionValue.Plain(Geography.Countries[code].Name), "country"),
        new("country_code", (in TrafficStream stream) => stream.Country, code => DimensionValue.Plain(Geography.Countries[code].Code), "country_code"),
        new("language", (in TrafficStream stream) => stream.Country, code => DimensionValue.Plain(Geography.Countries[code].Language), "language"),
        City("region"),
        City("city"),
        new("isp", (in TrafficStream stream) => stream.Country * 4 + (int)(SeededHash.Of(stream.Seed, 14) & 3), code => DimensionValue.Plain($"{Geography.Countries[code / 4].Code} Net {code % 4 + 1}"), "isp"),
        new("carrier", (in TrafficStream stream) => DeviceList.Of(stream).Connection == "Cellular" ? stream.Country + 1 : 0, code => DimensionValue.Plain(code == 0 ? "" : $"{Geography.Countries[code - 1].Code} Mobile"), "carrier"),
    ];

    private static IEnumerable<Dimension> Technical() =>
    [
        OfDevice("device_type", device => device.Type),
        OfDevice("platform", device => device.Platform),
        OfDevice("os_version", device => device.OsVersion),
        OfDevice("device_make", device => device.Make),
        OfDevice("model", device => device.Model),
        OfDevice("browser", device => device.Browser),
        OfDevice("connection_type", device => device.Connection),
    ];

    private static IEnumerable<Dimension> Subs() =>
        Enumerable.Range(1, 10).Select(number => new Dimension(
            $"sub{number}", (in TrafficStream stream) => SubValues.CodeOf(stream, number), code => DimensionValue.Plain(SubValues.TextOf(code, number)), $"sub{number}"))
        .Append(new Dimension("source_id", (in TrafficStream stream) => (int)(SeededHash.Of(stream.Seed, 13) % 5), code => DimensionValue.Plain(code == 0 ? "" : $"s{code}"), "source_id"));

    /// <summary>Columns that exist and are empty here, with the one value that everything has.</summary>
    private static IEnumerable<Dimension> Constants() =>
    [
        .. Enumerable.Range(1, 10).Select(number => Constant($"adv{number}", "")),
        .. EmptyColumns.Select(column => Constant(column, "")),
        .. UnusedEntities.Select(column => new Dimension(column, (in TrafficStream _) => 0, _ => new DimensionValue("0", ""), column)),
        Constant("tracking_domain", TrackingLinks.TrackingLink.Domain),
        Constant("event_name", "Base"),
    ];

    private static Dimension Constant(string column, string text) => new(column, (in TrafficStream _) => 0, _ => DimensionValue.Plain(text), column);

    private static Dimension City(string column) => new(
        column,
        (in TrafficStream stream) => stream.Country * 4 + (int)(SeededHash.Of(stream.Seed, 12) % (ulong)Geography.Countries[stream.Country].Cities.Count),
        code => DimensionValue.Plain(Geography.Countries[code / 4].Cities[code % 4]),
        column);

    private static Dimension OfDevice(string column, Func<Device, string> part)
    {
        var values = DeviceList.All.Select(part).Distinct().ToArray();
        var codes = DeviceList.All.Select(device => Array.IndexOf(values, part(device))).ToArray();
        return new Dimension(column, (in TrafficStream stream) => codes[DeviceList.IndexOf(stream)], code => DimensionValue.Plain(values[code]), column);
    }

    private static int IsShare(SimulatedNetwork network, in TrafficStream stream) => network.Offers[stream.OfferId].Price.IsShareOfSale ? 1 : 0;

    private static DimensionValue Entity(int id, string name) => new(id.ToString(CultureInfo.InvariantCulture), name);

    private static DimensionValue Money(int cents) => DimensionValue.Plain((cents / 100m).ToString("0.00", CultureInfo.InvariantCulture));
}
