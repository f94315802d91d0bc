using PromptLab.Testing.Time;

namespace PromptLab.Simulator.Tests.Api;

/// <summary>A network on Wednesday 2025-01-15, 12:00 in Amsterdam, without limits.</summary>
public sealed class SimulatorFixture : IAsyncLifetime
{
    public ManualTimeProvider Clock { get; } = new();

    public SimulatorServer Server { get; private set; } = null!;

    public SimulatedApi Api { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Server = await SimulatorServer.StartAsync(new SimulatorOptions { Clock = Clock, LimitsRate = false, ConcurrentReports = 0, ReadOnlyApiKey = "reader" }, CancellationToken.None);
        Api = new SimulatedApi(Server);
    }

    public async Task DisposeAsync()
    {
        Api.Dispose();
        await Server.DisposeAsync();
    }
}
