using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PromptLab.Simulator;
using PromptLab.Testing.Time;

namespace PromptLab.Everflow.Tests.Simulated;

/// <summary>The simulated network at its usual moment, and the product's clients in front of it; one for the tests of a class.</summary>
public sealed class SimulatedAccount : IAsyncLifetime
{
    private ServiceProvider? _services;
    private SimulatorServer? _server;

    public SimulatorServer Server => _server ?? throw new InvalidOperationException("The simulator was not started.");

    public async Task InitializeAsync()
    {
        _server = await SimulatorServer.StartAsync(new() { Clock = new ManualTimeProvider() }, CancellationToken.None);
        _services = Services("demo");
    }

    public async Task DisposeAsync()
    {
        if (_services is not null)
            await _services.DisposeAsync();
        if (_server is not null)
            await _server.DisposeAsync();
    }

    public T Get<T>()
        where T : notnull => (_services ?? throw new InvalidOperationException("The simulator was not started.")).GetRequiredService<T>();

    public ServiceProvider Services(string apiKey)
    {
        var settings = new Dictionary<string, string?>
        {
            ["Everflow:BaseAddress"] = Server.BaseAddress.ToString(),
            ["Everflow:ApiKey"] = apiKey,
            ["Everflow:PageSize"] = "500",
            ["Everflow:RetryDelay"] = "00:00:00",
            ["Everflow:AttemptTimeout"] = "00:03:00",
            ["Everflow:TotalTimeout"] = "00:10:00",
        };
        var services = new ServiceCollection().AddLogging();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
        return services.AddEverflow().BuildServiceProvider();
    }
}
