using PromptLab.Testing.Models;

namespace PromptLab.Host.Tests.Hosting;

/// <summary>The whole service with an OpenAI-compatible model that a test writes the lines for.</summary>
public sealed class ScriptedModelHost : HostFixture
{
    public ScriptedOpenAi Model { get; private set; } = null!;

    public override async Task InitializeAsync()
    {
        Model = await ScriptedOpenAi.StartAsync();
        await RestartAsync();
    }

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        await Model.DisposeAsync();
    }

    public async Task RestartAsync(params string[] settings)
    {
        await StopAsync();
        Model.Forget();
        await StartAsync([.. Settings(Model.BaseAddress), .. settings]);
    }

    public static string[] Settings(Uri model) =>
    [
        "--Models:Default", "scripted",
        "--Models:Providers:scripted:Kind", "openai",
        "--Models:Providers:scripted:BaseAddress", model.ToString(),
        "--Models:Providers:scripted:Model", "gpt-scripted",
        "--Models:Providers:scripted:Retries", "0",
        .. Unhurried,
    ];

    /// <summary>A test may take minutes between two words of the model, on a busy machine.</summary>
    public static IReadOnlyList<string> Unhurried { get; } =
    [
        "--Models:Providers:scripted:Timeout", "00:10:00", "--Models:Providers:scripted:IdleTimeout", "00:10:00",
    ];
}
