using PromptLab.Data.Databases;
using PromptLab.Host.Tests.PendingActions;
using PromptLab.Simulator;
using PromptLab.Testing.Databases;
using PromptLab.Testing.Models;

namespace PromptLab.Host.Tests.Hosting;

/// <summary>The service twice on one PostgreSQL database, with one scripted model and one network beside it.</summary>
internal sealed class TwoNodes : IAsyncDisposable
{
    private readonly HostFixture _first = new();
    private readonly HostFixture _second = new();
    private readonly FreshDatabase _database;

    private TwoNodes(FreshDatabase database, ScriptedOpenAi model, SimulatorServer network) => (_database, Model, Network) = (database, model, network);

    public HttpClient A => _first.Client;

    public HttpClient B => _second.Client;

    public ScriptedOpenAi Model { get; }

    public SimulatorServer Network { get; }

    public static async Task<TwoNodes> StartAsync()
    {
        var network = await SimulatorServer.StartAsync(new SimulatorOptions { LimitsRate = false }, CancellationToken.None);
        var nodes = new TwoNodes(await FreshDatabase.CreateAsync(DatabaseProvider.PostgreSql), await ScriptedOpenAi.StartAsync(), network);
        string[] settings =
        [
            .. ScriptedModelHost.Settings(nodes.Model.BaseAddress), .. ApprovalHost.Settings(network),
            "--Everflow:AttemptTimeout", "00:01:00", "--Approvals:Lease", "00:05:00",
            .. nodes._database.Settings.SelectMany(setting => new[] { $"--{setting.Key}", setting.Value! }),
        ];
        await nodes._first.StartAsync(settings);
        await nodes._second.StartAsync(settings);
        return nodes;
    }

    public async ValueTask DisposeAsync()
    {
        await _first.DisposeAsync();
        await _second.DisposeAsync();
        await Network.DisposeAsync();
        await Model.DisposeAsync();
        await _database.DisposeAsync();
    }
}
