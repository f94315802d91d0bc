using PromptLab.Everflow;
using PromptLab.Planner.Turns;
using PromptLab.Simulator;

namespace PromptLab.Host.Demo;

internal static class DemoRegistration
{
    /// <summary>Starts the simulator and points the Everflow client at it, unless a real account is configured.</summary>
    public static async Task AddDemoNetworkAsync(this WebApplicationBuilder builder, TimeProvider time, CancellationToken cancellationToken)
    {
        var demo = builder.Configuration.GetSection(DemoOptions.Section).Get<DemoOptions>() ?? new DemoOptions();
        var isDemo = demo.Enabled ?? string.IsNullOrEmpty(builder.Configuration[$"{EverflowOptions.Section}:ApiKey"]);
        builder.Services.AddSingleton(new DataSource(isDemo));
        if (!isDemo)
        {
            return;
        }

        var options = new SimulatorOptions { Port = demo.Port, Seed = demo.Seed, Clock = time };
        var server = await SimulatorServer.StartAsync(options, cancellationToken);
        builder.Configuration.AddInMemoryCollection(
        [
            new($"{EverflowOptions.Section}:BaseAddress", server.BaseAddress.ToString()),
            new($"{EverflowOptions.Section}:ApiKey", options.ApiKey),
        ]);
        builder.Services.AddHostedService(_ => new DemoNetwork(server));
    }
}
