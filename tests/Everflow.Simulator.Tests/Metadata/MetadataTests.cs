using PromptLab.Simulator.Tests.Api;

namespace PromptLab.Simulator.Tests.Metadata;

[Collection(ReadOnlyNetwork.Name)]
public sealed class MetadataTests(SimulatorFixture simulator)
{
    [Theory]
    [InlineData("Europe/Amsterdam", 55)]
    [InlineData("Europe/Berlin", 56)]
    [InlineData("UTC", 67)]
    [InlineData("America/New_York", 80)]
    [InlineData("America/Chicago", 85)]
    [InlineData("America/Los_Angeles", 90)]
    public async Task Time_zones_have_the_networks_own_numbers(string name, int id)
    {
        var reply = await simulator.Api.GetAsync("/meta/timezones");

        var zone = reply["timezones"]!.AsArray().Single(zone => (string?)zone!["timezone"] == name)!;
        ((int)zone["timezone_id"]!).ShouldBe(id);
    }

    [Fact]
    public async Task Offsets_are_those_of_the_clocks_day()
    {
        var reply = await simulator.Api.GetAsync("/meta/timezones");

        var offsets = reply["timezones"]!.AsArray().ToDictionary(zone => (string)zone!["timezone"]!, zone => (string?)zone!["utc_offset"]);
        offsets["Europe/Amsterdam"].ShouldBe("+01:00");
        offsets["America/New_York"].ShouldBe("-05:00");
        offsets["Asia/Kolkata"].ShouldBe("+05:30");
    }

    [Fact]
    public async Task Sixty_countries_have_code_name_and_number()
    {
        var reply = await simulator.Api.GetAsync("/meta/countries");

        var countries = reply["countries"]!.AsArray();
        countries.Count.ShouldBe(60);
        var states = countries.Single(country => (string?)country!["country_code"] == "US")!;
        ((int)states["country_id"]!).ShouldBe(227);
        ((string?)states["country_name"]).ShouldBe("United States");
    }

    [Fact]
    public async Task Look_up_data_needs_no_key()
    {
        using var api = new SimulatedApi(simulator.Server, key: null);

        var reply = await api.GetAsync("/meta/currencies");

        reply["currencies"]!.AsArray().Select(currency => (string?)currency!["currency_id"]).ShouldContain("EUR");
    }
}
