using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace PromptLab.Everflow.Tests;

public sealed class EverflowOptionsTests
{
    [Fact]
    public void A_key_is_all_that_has_to_be_set()
    {
        var options = Bind(("ApiKey", "secret"));

        var value = options.Value;

        value.BaseAddress.ShouldBe(new Uri("https://api.eflow.team/v1"));
        value.TimeZone.ShouldBe("Europe/Amsterdam");
        value.Currency.ShouldBe("EUR");
    }

    [Fact]
    public void The_start_fails_without_a_key()
    {
        using var services = Services();

        var start = () => services.GetRequiredService<IStartupValidator>().Validate();

        start.ShouldThrow<OptionsValidationException>().Message.ShouldContain("Everflow:ApiKey");
    }

    [Theory]
    [InlineData("ApiKey", "two words")]
    [InlineData("ApiKey", "clé")]
    [InlineData("BaseAddress", "http://api.eflow.team/v1")]
    [InlineData("BaseAddress", "ftp://api.eflow.team/v1")]
    [InlineData("BaseAddress", "/v1")]
    [InlineData("BaseAddress", "https://api.eflow.team/v1?x=1")]
    [InlineData("TimeZone", "Amsterdam")]
    [InlineData("TimeZone", "W. Europe Standard Time")]
    [InlineData("Currency", "euro")]
    [InlineData("Currency", "eur")]
    [InlineData("RequestsPerSecond", "0")]
    [InlineData("Burst", "0")]
    [InlineData("ConcurrentReports", "0")]
    [InlineData("PageSize", "2001")]
    [InlineData("SplitRequests", "0")]
    [InlineData("Retries", "-1")]
    [InlineData("BreakerThroughput", "1")]
    [InlineData("AttemptTimeout", "00:00:00")]
    [InlineData("TotalTimeout", "00:00:10")]
    [InlineData("RetryDelay", "-00:00:01")]
    [InlineData("LongestRetryAfter", "-00:00:01")]
    [InlineData("BreakerWindow", "00:00:00")]
    [InlineData("BreakerPause", "00:00:00")]
    [InlineData("MetadataLifetime", "00:00:00")]
    public void A_wrong_value_is_named_by_its_setting(string setting, string value)
    {
        var options = Bind(("ApiKey", "secret"), (setting, value));

        var use = () => options.Value;

        use.ShouldThrow<OptionsValidationException>().Failures.ShouldHaveSingleItem().ShouldStartWith($"Everflow:{setting} must");
    }

    [Fact]
    public void All_faults_are_named_at_once()
    {
        var options = Bind(("Currency", "euro"), ("Burst", "0"));

        var use = () => options.Value;

        use.ShouldThrow<OptionsValidationException>().Failures.Count().ShouldBe(3);
    }

    [Theory]
    [InlineData("https://api-eu.eflow.team/v1")]
    [InlineData("http://127.0.0.1:5081/v1")]
    public void Other_hosts_can_be_configured(string address)
    {
        var options = Bind(("ApiKey", "secret"), ("BaseAddress", address));

        var value = options.Value;

        value.BaseAddress.ShouldBe(new Uri(address));
    }

    private static IOptions<EverflowOptions> Bind(params (string Setting, string Value)[] settings) =>
        Services(settings).GetRequiredService<IOptions<EverflowOptions>>();

    private static ServiceProvider Services(params (string Setting, string Value)[] settings)
    {
        var values = settings.GroupBy(setting => setting.Setting)
            .Select(group => KeyValuePair.Create($"Everflow:{group.Key}", (string?)group.Last().Value));
        var services = new ServiceCollection().AddLogging();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(values).Build());
        return services.AddEverflow().BuildServiceProvider();
    }
}
