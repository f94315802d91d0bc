using PromptLab.Simulator;

namespace PromptLab.Host.Demo;

/// <summary>Runs the simulated network beside the service for as long as that runs.</summary>
internal sealed class DemoNetwork(SimulatorServer server) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StopAsync(CancellationToken cancellationToken) => await server.DisposeAsync();
}
