using PromptLab.Host.Tests.Hosting;
using PromptLab.Testing.Models;

namespace PromptLab.Host.Tests.Browser;

/// <summary>The service with a model whose answers, and their pace, the test decides; the network is the demo one.</summary>
public sealed class ScriptedHost : HostFixture
{
    public ScriptedOpenAi Model { get; private set; } = null!;

    public override async Task InitializeAsync()
    {
        Model = await ScriptedOpenAi.StartAsync();
        await StartAsync(
        [
            "--Models:Default", "scripted", "--Models:Fallback", "", "--Models:Providers:scripted:Kind", "OpenAi", "--Models:Providers:scripted:Model", "gpt-scripted",
            "--Models:Providers:scripted:BaseAddress", Model.BaseAddress.ToString(), "--Everflow:RetryDelay", "00:00:00.01",
            .. ScriptedModelHost.Unhurried,
        ]);
    }

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        await Model.DisposeAsync();
    }
}
