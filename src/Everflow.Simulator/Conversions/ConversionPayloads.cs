using PromptLab.Simulator.Advertisers;
using PromptLab.Simulator.Dimensions;
using PromptLab.Simulator.Offers;
using PromptLab.Simulator.Partners;
using PromptLab.Simulator.Traffic;

namespace PromptLab.Simulator.Conversions;

/// <summary>Puts words to facts; the words are those that the reports' columns use.</summary>
internal sealed class ConversionPayloads(SimulatedNetwork network, DimensionList dimensions, ConversionIds ids)
{
    public ConversionPayload Of(TrafficDay day, ConversionFact fact)
    {
        ref readonly var stream = ref network.Traffic.Streams[fact.Key.Stream];
        var offer = network.Offers[stream.OfferId];
        var outcome = fact.Outcome;
        var device = DeviceList.Of(stream);
        var time = ConversionTiming.UnixTimeOf(day, fact);
        return new ConversionPayload
        {
            ConversionId = ids.IdOf(fact.Key),
            ConversionUnixTimestamp = time,
            ClickUnixTimestamp = time - ConversionTiming.DeltaSeconds(stream, fact),
            TransactionId = ids.TransactionOf(fact.Key),
            Status = outcome.Status,
            IsScrub = outcome.IsScrub,
            ErrorCode = outcome.ErrorCode,
            ErrorMessage = ConversionError.Text(outcome.ErrorCode),
            Event = fact.Key.IsEvent ? offer.EventName! : "Base",
            IsEvent = fact.Key.IsEvent,
            PayoutType = offer.Price.PayoutType,
            RevenueType = offer.Price.RevenueType,
            Payout = outcome.PayoutCents / 100m,
            Revenue = outcome.RevenueCents / 100m,
            SaleAmount = outcome.SaleCents / 100m,
            CurrencyId = offer.CurrencyId,
            OrderId = outcome.SaleCents > 0 ? $"O{fact.Hash % 100_000_000:D8}" : "",
            Sub1 = Value("sub1", stream),
            Sub2 = Value("sub2", stream),
            Sub3 = Value("sub3", stream),
            Sub4 = Value("sub4", stream),
            Sub5 = Value("sub5", stream),
            SourceId = Value("source_id", stream),
            SessionUserIp = ConversionTiming.ClickAddress(stream, fact),
            ConversionUserIp = ConversionTiming.ConversionAddress(stream, fact),
            Country = Value("country", stream),
            Region = Value("region", stream),
            City = Value("city", stream),
            Carrier = Value("carrier", stream),
            Isp = Value("isp", stream),
            Platform = device.Platform,
            OsVersion = device.OsVersion,
            DeviceType = device.Type,
            DeviceModel = device.Model,
            Brand = device.Make,
            Browser = device.Browser,
            Language = Value("language", stream),
            HttpUserAgent = device.Agent,
            Url = offer.DestinationUrl.Split('?')[0],
            NetworkOfferPayoutRevenueId = offer.Id * 10,
            Relationship = RelationshipOf(stream, offer),
        };
    }

    private ConversionRelationship RelationshipOf(in TrafficStream stream, Offer offer)
    {
        var partner = network.Partners[stream.PartnerId];
        var advertiser = network.Advertisers[offer.AdvertiserId];
        return new ConversionRelationship(
            new ConversionOffer(offer.Id, offer.Name, network.StatusOf(offer)),
            new AdvertiserSummary(advertiser.Id, advertiser.Name),
            Manager(network.Employees[advertiser.ManagerId]),
            new ConversionPartner(partner.Id, partner.Name, partner.Status),
            Manager(network.Employees[partner.ManagerId]),
            new Dictionary<string, string>(),
            new ConversionPage(stream.PageId, stream.PageId == 0 ? "" : network.LandingPages[stream.PageId].Name));
    }

    private string Value(string column, in TrafficStream stream) =>
        dimensions.Find(column) is { } dimension ? dimension.Value(dimension.Code(stream)).Id : "";

    private static ManagerPayload Manager(Employee employee) => new(employee.Id, employee.FirstName, employee.LastName, employee.FullName);
}
