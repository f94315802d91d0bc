using System.Text.Json.Nodes;
using PromptLab.Simulator.Tests.Api;

namespace PromptLab.Simulator.Tests.Conversions;

/// <summary>Single conversions, their totals and the aggregated reports tell the same story.</summary>
[Collection(ReadOnlyNetwork.Name)]
public sealed class ConversionAgreementTests(SimulatorFixture simulator)
{
    public static TheoryData<string, object> Slices => new()
    {
        { "offer", Planted.SummerPromo },
        { "offer", Planted.ThrottledOffer },
        { "offer", Planted.EventOffer },
        { "offer", Planted.TieOffer },
        { "affiliate", Planted.FraudulentPartner },
        { "affiliate", Planted.HostileSubsPartner },
        { "country", "Netherlands" },
        { "offer_url", Planted.SummerPageV2 },
        { "sub1", "fb-08" },
    };

    [Theory]
    [MemberData(nameof(Slices))]
    public async Task Rows_agree_with_the_aggregated_report(string type, object value)
    {
        var rows = await simulator.Api.ConversionsAsync(new ConversionAsk(6, 0) { Filters = [(type, value)] });

        var total = await simulator.Api.TotalAsync(new ReportAsk(6, 0) { Filters = [(type, value)] });

        rows.ShouldNotBeEmpty();
        rows.Count(row => IsApproved(row) && !IsEvent(row)).ShouldBe((int)total.Conversions);
        rows.Count(row => IsApproved(row) && IsEvent(row)).ShouldBe((int)total.Count("event"));
        rows.Count(row => (bool)row["is_scrub"]!).ShouldBe((int)total.Count("invalid_cv_scrub"));
        rows.Sum(row => (decimal)row["payout"]!).ShouldBe(total.Payout);
        rows.Sum(row => (decimal)row["revenue"]!).ShouldBe(total.Revenue);
    }

    [Theory]
    [MemberData(nameof(Slices))]
    public async Task Rows_agree_with_their_own_totals(string type, object value)
    {
        var ask = new ConversionAsk(6, 0) { Filters = [(type, value)] };

        var rows = await simulator.Api.ConversionsAsync(ask);
        var summary = await simulator.Api.PostAsync("/networks/reporting/conversions/summary", ask.Body());

        ((int)summary["total"]!).ShouldBe(rows.Count);
        foreach (var status in new[] { "approved", "pending", "invalid" }) ((int)summary[status]!).ShouldBe(rows.Count(row => (string?)row["status"] == status));
        ((int)summary["rejected_scrub"]!).ShouldBe(rows.Count(row => (bool)row["is_scrub"]!));
        ((int)summary["rejected_manual"]!).ShouldBe(rows.Count(row => (string?)row["status"] == "rejected" && !(bool)row["is_scrub"]!));
        ((decimal)summary["payout"]!).ShouldBe(rows.Sum(row => (decimal)row["payout"]!));
        ((decimal)summary["revenue"]!).ShouldBe(rows.Sum(row => (decimal)row["revenue"]!));
    }

    [Theory]
    [InlineData(55)]
    [InlineData(80)]
    [InlineData(30)]
    [InlineData(67)]
    public async Task Rows_fall_into_the_hours_of_the_report(int timeZone)
    {
        var rows = await simulator.Api.ConversionsAsync(new ConversionAsk(2, 1) { TimeZone = timeZone, Filters = [("offer", 1001)] });

        var hours = await simulator.Api.ReportAsync(new ReportAsk(2, 1, "hour") { TimeZone = timeZone, Filters = [("offer", 1001)] });

        var counted = rows.Where(IsApproved).GroupBy(row => (long)row["conversion_unix_timestamp"]! / 1800).ToDictionary(group => group.Key, group => group.Count());
        foreach (var hour in hours)
        {
            var start = long.Parse(hour.Id) / 1800;
            (counted.GetValueOrDefault(start) + counted.GetValueOrDefault(start + 1)).ShouldBe((int)hour.Conversions, hour.Label);
        }
    }

    [Fact]
    public async Task The_whole_network_agrees_over_a_week()
    {
        var summary = await simulator.Api.PostAsync("/networks/reporting/conversions/summary", new ConversionAsk(7, 1).Body());

        var total = await simulator.Api.TotalAsync(new ReportAsk(7, 1));

        ((long)summary["approved"]!).ShouldBe(total.Conversions + total.Count("event"));
        ((decimal)summary["payout"]!).ShouldBe(total.Payout);
        ((decimal)summary["revenue"]!).ShouldBe(total.Revenue);
        ((decimal)summary["gross_sales"]!).ShouldBe(total.Number("gross_sales"));
    }

    [Fact]
    public async Task Only_approved_conversions_carry_money()
    {
        var rows = await simulator.Api.ConversionsAsync(new ConversionAsk(6, 0) { Filters = [("affiliate", Planted.FraudulentPartner)] });

        rows.Where(row => !IsApproved(row)).ShouldAllBe(row => (decimal)row["payout"]! == 0 && (decimal)row["revenue"]! == 0);
        rows.Where(IsApproved).ShouldAllBe(row => (decimal)row["revenue"]! > 0);
    }

    private static bool IsApproved(JsonNode row) => (string?)row["status"] == "approved";

    private static bool IsEvent(JsonNode row) => (bool)row["is_event"]!;
}
