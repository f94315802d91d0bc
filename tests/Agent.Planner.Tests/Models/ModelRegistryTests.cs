using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PromptLab.Planner.Models;

namespace PromptLab.Planner.Tests.Models;

public sealed class ModelRegistryTests
{
    private static readonly Dictionary<string, string?> Good = new()
    {
        ["Models:Default"] = "gpt",
        ["Models:Providers:gpt:Kind"] = "openai",
        ["Models:Providers:gpt:Model"] = "gpt-5-mini",
        ["Models:Providers:gpt:ApiKey"] = "secret",
        ["Models:Providers:gpt:InputPricePerMillion"] = "0.25",
        ["Models:Providers:gpt:OutputPricePerMillion"] = "2",
        ["Models:Providers:Claude:Kind"] = "anthropic",
        ["Models:Providers:Claude:Model"] = "claude-haiku",
        ["Models:Providers:Claude:ApiKey"] = "secret",
    };

    [Fact]
    public async Task Without_configuration_the_embedded_planner_answers()
    {
        await using var services = ModelFixture.Services([]);

        var model = services.GetRequiredService<ModelRegistry>().Get();

        (model.Provider, model.Model, model.Prices).ShouldBe(("offline", "offline", null));
        (await model.Client.GetResponseAsync("hi")).Text.ShouldBe(StandInClient.Answer);
    }

    [Fact]
    public async Task The_default_is_used_when_none_is_named()
    {
        await using var services = ModelFixture.Services(Good);

        var model = services.GetRequiredService<ModelRegistry>().Get();

        (model.Provider, model.Model).ShouldBe(("gpt", "gpt-5-mini"));
    }

    [Fact]
    public async Task Names_are_found_in_any_case_and_given_back_as_configured()
    {
        await using var services = ModelFixture.Services(Good);
        var registry = services.GetRequiredService<ModelRegistry>();

        registry.Get("CLAUDE").Provider.ShouldBe("Claude");
        registry.Get("claude").Client.ShouldNotBeNull();
        registry.Providers.ShouldBe(["Claude", "gpt", "offline"]);
    }

    [Fact]
    public async Task An_unknown_name_is_answered_with_the_known_ones()
    {
        await using var services = ModelFixture.Services(Good);

        var exception = Should.Throw<UnknownModelException>(() => services.GetRequiredService<ModelRegistry>().Get("gpt4"));

        exception.Message.ShouldBe("There is no model provider \"gpt4\". Known: Claude, gpt, offline.");
        (exception.Provider, exception.Known.Count).ShouldBe(("gpt4", 3));
    }

    [Fact]
    public async Task A_client_is_made_once()
    {
        await using var services = ModelFixture.Services(Good);
        var registry = services.GetRequiredService<ModelRegistry>();

        registry.GetWithoutFallback("GPT").Client.ShouldBeSameAs(registry.GetWithoutFallback("gpt").Client);
    }

    [Fact]
    public async Task No_stand_in_is_used_when_none_is_configured()
    {
        await using var services = ModelFixture.Services(new Dictionary<string, string?>(Good) { ["Models:Fallback"] = "" });

        services.GetRequiredService<ModelRegistry>().Get().Client.ShouldNotBeOfType<FallbackChatClient>();
    }

    [Fact]
    public async Task Tokens_are_priced_by_the_million()
    {
        await using var services = ModelFixture.Services(Good);

        var prices = services.GetRequiredService<ModelRegistry>().Get().Prices.ShouldNotBeNull();

        prices.Cost(new UsageDetails { InputTokenCount = 2_000_000, OutputTokenCount = 500_000 }).ShouldBe(1.5m);
        prices.Cost(new UsageDetails()).ShouldBe(0);
    }

    [Theory]
    [InlineData("Default", "gpt4", "Models:Default is \"gpt4\", which is no provider. Known: Claude, gpt, offline.")]
    [InlineData("Fallback", "none", "Models:Fallback is \"none\", which is no provider. Known: Claude, gpt, offline.")]
    [InlineData("Providers:gpt:Model", "", "Models:Providers:gpt:Model is missing.")]
    [InlineData("Providers:gpt:ApiKey", "", "Models:Providers:gpt:ApiKey is missing; only a provider with a BaseAddress of its own may do without.")]
    [InlineData("Providers:gpt:BaseAddress", "ftp://x/v1", "Models:Providers:gpt:BaseAddress is \"ftp://x/v1\", which is no http or https address.")]
    [InlineData("Providers:gpt:BaseAddress", "v1", "Models:Providers:gpt:BaseAddress is \"v1\", which is no http or https address.")]
    [InlineData("Providers:gpt:MaxOutputTokens", "0", "Models:Providers:gpt:MaxOutputTokens is 0; it must be above 0.")]
    [InlineData("Providers:gpt:Temperature", "3", "Models:Providers:gpt:Temperature is 3; it must be 0 to 2.")]
    [InlineData("Providers:Claude:Temperature", "1", "Models:Providers:Claude:Temperature cannot be set: Anthropic's SDK sends none.")]
    [InlineData("Providers:gpt:InputPricePerMillion", "-1", "Models:Providers:gpt:InputPricePerMillion is below 0.")]
    [InlineData("Providers:gpt:OutputPricePerMillion", "-1", "Models:Providers:gpt:OutputPricePerMillion is below 0.")]
    [InlineData("Providers:Claude:InputPricePerMillion", "1", "Models:Providers:Claude:InputPricePerMillion and OutputPricePerMillion go together; one is missing.")]
    [InlineData("Providers:gpt:Timeout", "00:00:00", "Models:Providers:gpt:Timeout is 00:00:00; it must be above 0 and at most 00:10:00.")]
    [InlineData("Providers:gpt:IdleTimeout", "01:00:00", "Models:Providers:gpt:IdleTimeout is 01:00:00; it must be above 0 and at most 00:10:00.")]
    [InlineData("Providers:gpt:Retries", "11", "Models:Providers:gpt:Retries is 11; it must be 0 to 10.")]
    [InlineData("Providers:gpt:RetryDelay", "00:01:00", "Models:Providers:gpt:RetryDelay is 00:01:00 and MaxRetryDelay 00:00:08; it must be 0 up to MaxRetryDelay.")]
    public async Task A_wrong_setting_is_named(string setting, string value, string problem)
    {
        await using var services = ModelFixture.Services(new Dictionary<string, string?>(Good) { [$"Models:{setting}"] = value });

        var exception = Should.Throw<OptionsValidationException>(() => services.GetRequiredService<IOptions<ModelsOptions>>().Value);

        exception.Failures.ShouldBe([problem]);
    }

    [Theory]
    [InlineData("Kind", "bard")]
    [InlineData("Retries", "many")]
    [InlineData("Modell", "gpt")]
    public async Task A_setting_that_cannot_be_read_or_does_not_exist_is_named(string setting, string value)
    {
        await using var services = ModelFixture.Services(new Dictionary<string, string?>(Good) { [$"Models:Providers:gpt:{setting}"] = value });

        var exception = Should.Throw<InvalidOperationException>(() => services.GetRequiredService<IOptions<ModelsOptions>>().Value);

        exception.ToString().ShouldContain(setting);
    }
}
