using System.Text.Json;
using PromptLab.Everflow.Conversions;
using PromptLab.Everflow.Offers;
using PromptLab.Everflow.Reports;
using PromptLab.Everflow.Wire;

namespace PromptLab.Everflow.Tests.Wire;

public sealed class LooseValuesTests
{
    [Theory]
    [InlineData("12", 12)]
    [InlineData("12.0", 12)]
    [InlineData("1.2e1", 12)]
    [InlineData("\"12\"", 12)]
    [InlineData("\"12.00\"", 12)]
    [InlineData("\" \"", 0)]
    [InlineData("null", 0)]
    [InlineData("true", 1)]
    [InlineData("false", 0)]
    public void A_count_is_read_in_all_its_spellings(string json, long expected) =>
        Metrics($$"""{"total_click":{{json}}}""").TotalClick.ShouldBe(expected);

    [Theory]
    [InlineData("30.5", 30.5)]
    [InlineData("\"30.50\"", 30.5)]
    [InlineData("\".5\"", 0.5)]
    [InlineData("\"\"", 0)]
    [InlineData("null", 0)]
    [InlineData("true", 1)]
    [InlineData("false", 0)]
    [InlineData("-3", -3)]
    public void An_amount_is_read_in_all_its_spellings(string json, double expected) =>
        Metrics($$"""{"payout":{{json}}}""").Payout.ShouldBe((decimal)expected);

    [Theory]
    [InlineData("true", true)]
    [InlineData("1", true)]
    [InlineData("\"true\"", true)]
    [InlineData("\"1\"", true)]
    [InlineData("false", false)]
    [InlineData("0", false)]
    [InlineData("\"0\"", false)]
    [InlineData("null", false)]
    public void A_flag_is_read_in_all_its_spellings(string json, bool expected) =>
        Conversion($$"""{"is_scrub":{{json}}}""").IsScrub.ShouldBe(expected);

    [Theory]
    [InlineData("\"a\"", "a")]
    [InlineData("12.50", "12.50")]
    [InlineData("true", "true")]
    [InlineData("false", "false")]
    [InlineData("null", null)]
    [InlineData("{\"a\":[1]}", null)]
    [InlineData("[\"a\"]", null)]
    public void A_text_is_read_in_all_its_spellings(string json, string? expected) =>
        Conversion($$"""{"sub1":{{json}},"sub2":"next"}""").ShouldSatisfyAllConditions(
            row => row.Sub1.ShouldBe(expected),
            row => row.Sub2.ShouldBe("next"));

    [Theory]
    [InlineData("\"offer\"", "offer")]
    [InlineData("\"sub9\"", "sub9")]
    [InlineData("\"off\\u0065r\"", "offer")]
    [InlineData("null", "")]
    [InlineData("7", "")]
    public void A_column_is_named_as_in_the_reply(string json, string expected)
    {
        var cell = JsonSerializer.Deserialize($$"""{"column_type":{{json}},"id":1}""", WireJson.Default.ReportCellWire);

        cell!.ToCell().ShouldBe(new ReportCell(expected, "1", null));
    }

    [Theory]
    [InlineData("""{"total_click":[]}""")]
    [InlineData("""{"total_click":"some"}""")]
    [InlineData("""{"total_click":1e30}""")]
    [InlineData("""{"payout":{}}""")]
    [InlineData("""{"payout":"some"}""")]
    [InlineData("""{"payout":1e40}""")]
    public void What_is_no_number_is_refused(string json) => Should.Throw<JsonException>(() => Metrics(json));

    [Fact]
    public void What_is_no_flag_is_refused() => Should.Throw<JsonException>(() => Conversion("""{"is_scrub":[]}"""));

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    [InlineData(99999999999999)]
    public void A_time_that_is_none_is_missing(long seconds)
    {
        var offer = JsonSerializer.Deserialize($$"""{"network_offer_id":1,"time_saved":{{seconds}}}""", WireJson.Default.OfferWire)!.ToOffer();

        offer.SavedAt.ShouldBeNull();
    }

    private static ReportMetricsWire Metrics(string json) => JsonSerializer.Deserialize(json, WireJson.Default.ReportMetricsWire)!;

    private static ConversionWire Conversion(string json) => JsonSerializer.Deserialize(json, WireJson.Default.ConversionWire)!;
}
