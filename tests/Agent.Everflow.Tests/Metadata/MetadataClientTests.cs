using PromptLab.Everflow.Metadata;
using PromptLab.Everflow.Reports;
using PromptLab.Testing.Http;
using PromptLab.Testing.Time;

namespace PromptLab.Everflow.Tests.Metadata;

public sealed class MetadataClientTests
{
    [Fact]
    public async Task Countries_have_a_code_and_the_name_that_filters_want()
    {
        await using var network = await Network.StartAsync();
        network.Server.On("GET /v1/meta/countries", ScriptedReply.Json(
            """{"countries":[{"country_id":227,"country_code":"US","country_name":"United States"},{"country_id":82,"country_code":"DE","name":"Germany"},{"country_id":0},null]}"""));

        var countries = await network.Get<MetadataClient>().GetCountriesAsync(CancellationToken.None);

        countries.ShouldBe([new(227, "US", "United States"), new(82, "DE", "Germany")]);
    }

    [Fact]
    public async Task Currencies_are_codes()
    {
        await using var network = await Network.StartAsync();
        network.Server.On("GET /v1/meta/currencies", ScriptedReply.Json("""{"currencies":[{"currency_id":"EUR"},{"currency_id":null},{"currency_id":"USD"}]}"""));

        var currencies = await network.Get<MetadataClient>().GetCurrenciesAsync(CancellationToken.None);

        currencies.ShouldBe(["EUR", "USD"]);
    }

    [Theory]
    [InlineData("countries")]
    [InlineData("currencies")]
    [InlineData("timezones")]
    public async Task A_missing_list_is_malformed(string list)
    {
        await using var network = await Network.StartAsync();
        network.Server.On($"GET /v1/meta/{list}", ScriptedReply.Json("{}"));
        var metadata = network.Get<MetadataClient>();

        Func<Task> ask = async () => _ = list switch
        {
            "countries" => (object)await metadata.GetCountriesAsync(CancellationToken.None),
            "currencies" => await metadata.GetCurrenciesAsync(CancellationToken.None),
            _ => await metadata.GetTimeZonesAsync(CancellationToken.None),
        };

        (await ask.ShouldThrowAsync<EverflowException>()).Kind.ShouldBe(EverflowFailure.MalformedReply);
    }

    [Fact]
    public async Task A_list_is_kept_for_hours_and_then_read_again()
    {
        var clock = new ManualTimeProvider();
        await using var network = await Network.StartAsync(clock, options => options.MetadataLifetime = TimeSpan.FromHours(12));
        network.Server.On(
            "GET /v1/meta/currencies",
            ScriptedReply.Json("""{"currencies":[{"currency_id":"EUR"}]}"""),
            ScriptedReply.Json("""{"currencies":[{"currency_id":"USD"}]}"""));
        var metadata = network.Get<MetadataClient>();

        var first = await metadata.GetCurrenciesAsync(CancellationToken.None);
        clock.Advance(TimeSpan.FromHours(11));
        var kept = await metadata.GetCurrenciesAsync(CancellationToken.None);
        clock.Advance(TimeSpan.FromHours(2));
        var again = await metadata.GetCurrenciesAsync(CancellationToken.None);

        (first[0], kept[0], again[0]).ShouldBe(("EUR", "EUR", "USD"));
    }

    [Fact]
    public async Task A_failed_reading_is_not_kept()
    {
        await using var network = await Network.StartAsync();
        network.Server.On("GET /v1/meta/currencies", ScriptedReply.Failure(403), ScriptedReply.Json("""{"currencies":[]}"""));
        var metadata = network.Get<MetadataClient>();

        await Should.ThrowAsync<EverflowException>(async () => await metadata.GetCurrenciesAsync(CancellationToken.None));

        (await metadata.GetCurrenciesAsync(CancellationToken.None)).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_old_list_goes_on_when_it_cannot_be_read_again()
    {
        var clock = new ManualTimeProvider();
        await using var network = await Network.StartAsync(clock);
        network.Server.On(
            "GET /v1/meta/currencies", ScriptedReply.Json("""{"currencies":[{"currency_id":"EUR"}]}"""), ScriptedReply.Failure(403));
        var metadata = network.Get<MetadataClient>();
        await metadata.GetCurrenciesAsync(CancellationToken.None);

        clock.Advance(TimeSpan.FromDays(1));

        (await metadata.GetCurrenciesAsync(CancellationToken.None)).ShouldBe(["EUR"]);
    }

    [Theory]
    [InlineData("Europe/Berlin")]
    [InlineData("Europe/Paris")]
    public void A_zone_that_the_network_lacks_is_replaced_by_one_with_the_same_clock(string other)
    {
        var zones = new NetworkTimeZone[] { new(30, "Europe/London"), new(31, "Africa/Lagos"), new(56, other), new(67, "UTC") };

        var zone = TimeZoneMatch.Find("Europe/Amsterdam", zones, new(2025, 1, 15, 11, 0, 0, TimeSpan.Zero));

        zone.ShouldBe(new NetworkTimeZone(56, other));
    }

    [Fact]
    public async Task A_zone_that_is_nearly_the_same_is_not_taken()
    {
        await using var network = await Network.StartAsync();
        network.Server.On("GET /v1/meta/timezones", ScriptedReply.Json(
            """{"timezones":[{"timezone_id":31,"timezone":"Africa/Lagos"},{"timezone_id":32,"timezone":"Not/AZone"},{"timezone_id":0,"timezone":"UTC"}]}"""));

        var ask = () => network.Get<ReportsClient>()
            .GetTableAsync(new(new(2025, 1, 6), new(2025, 1, 6), ["offer"], []), CancellationToken.None);

        var failure = await ask.ShouldThrowAsync<EverflowException>();
        failure.Kind.ShouldBe(EverflowFailure.BadRequest);
        failure.Message.ShouldContain("Everflow:TimeZone");
    }
}
