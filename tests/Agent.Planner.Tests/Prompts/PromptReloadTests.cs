using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PromptLab.Planner.Prompts;
using PromptLab.Testing.Time;

namespace PromptLab.Planner.Tests.Prompts;

public sealed class PromptReloadTests : IDisposable
{
    private static readonly TimeSpan Settle = TimeSpan.FromMilliseconds(250);

    private readonly PromptFiles files = new();
    private readonly ManualTimeProvider clock = new();

    public void Dispose() => files.Dispose();

    [Fact]
    public async Task A_changed_file_is_taken_without_a_restart()
    {
        files.Version(1, "one").Version(2, "two").Active("1");
        using var host = await StartAsync();
        var library = host.Services.GetRequiredService<PromptLibrary>();

        files.Active("2");
        await SettledAsync(library, "two");

        library.Get("agent", "c").Text.ShouldBe("two");
    }

    [Fact]
    public async Task Files_are_read_at_intervals_where_no_change_is_reported()
    {
        files.Version(1, "one").Version(2, "two").Active("1");
        using var host = await StartAsync();
        var library = host.Services.GetRequiredService<PromptLibrary>();
        files.Active("2");

        clock.Advance(TimeSpan.FromSeconds(30));
        await SettledAsync(library, "two");

        library.Get("agent", "c").Text.ShouldBe("two");
    }

    [Fact]
    public void A_relative_directory_is_found_beside_the_program()
    {
        using var services = Services(new() { ["Prompts:Directory"] = "prompts" }).BuildServiceProvider();

        var library = services.GetRequiredService<PromptLibrary>();

        library.Get("agent", "c").Name.ShouldBe("agent");
    }

    [Theory]
    [InlineData("Prompts:Directory", "/nowhere/prompts", "Prompts:Directory: there is no directory /nowhere/prompts.")]
    [InlineData("Prompts:Settle", "-00:00:01", "Prompts:Settle is -00:00:01; it must not be below 0.")]
    [InlineData("Prompts:PollInterval", "00:00:00", "Prompts:PollInterval is 00:00:00; it must be above 0.")]
    public void A_wrong_setting_is_named(string setting, string value, string problem)
    {
        using var services = Services(new() { [setting] = value }).BuildServiceProvider();

        var exception = Should.Throw<OptionsValidationException>(() => services.GetRequiredService<PromptLibrary>());

        exception.Failures.ShouldBe([problem]);
    }

    private async Task<IHost> StartAsync()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection([new("Prompts:Directory", files.Root)]);
        builder.Services.AddSingleton<TimeProvider>(clock).AddPrompts();
        var host = builder.Build();
        await host.StartAsync();
        await clock.TimerWithin(TimeSpan.FromSeconds(30));
        return host;
    }

    /// <summary>Lets the settling time pass whenever the watcher waits for it, until the text serves.</summary>
    private Task SettledAsync(PromptLibrary library, string text) => Patience.UntilAsync(
        () =>
        {
            clock.AdvanceToTimerWithin(Settle);
            return library.Get("agent", "c").Text == text;
        },
        $"the prompt is {text}");

    private static ServiceCollection Services(Dictionary<string, string?> settings)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings).Build()).AddLogging().AddPrompts();
        return services;
    }
}
