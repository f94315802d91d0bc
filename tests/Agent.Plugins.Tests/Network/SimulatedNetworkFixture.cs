using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PromptLab.Data.Migrations;
using PromptLab.Plugins.Tools;
using PromptLab.Simulator;
using PromptLab.Testing.Time;

namespace PromptLab.Plugins.Tests.Network;

/// <summary>All tools over a simulated network behind real HTTP; today is Wednesday 2025-01-15 in Amsterdam.</summary>
public sealed class SimulatedNetworkFixture : IAsyncLifetime
{
    private readonly TimeProvider _clock = new ShiftedTimeProvider();
    private readonly string _data = Directory.CreateTempSubdirectory("promptlab-tools-").FullName;
    private SimulatorServer _simulator = null!;
    private ServiceProvider _services = null!;

    public SimulatorServer Simulator => _simulator;

    public IServiceProvider Services => _services;

    public ToolCatalogue Tools => _services.GetRequiredService<ToolCatalogue>();

    public async Task InitializeAsync()
    {
        var options = new SimulatorOptions { Clock = _clock, LimitsRate = false, ConcurrentReports = 0 };
        _simulator = await SimulatorServer.StartAsync(options, CancellationToken.None);
        _services = ToolServices.Create(
            _simulator.BaseAddress, options.ApiKey, _clock,
            ("Database:Path", Path.Combine(_data, "tools.db")), ("Exports:Directory", Path.Combine(_data, "exports")),
            // A busy machine may need longer than a person would wait; the tests want the file.
            ("Exports:AnswerWithin", "00:05:00"), ("Everflow:AttemptTimeout", "00:05:00"), ("Everflow:TotalTimeout", "00:20:00"));
        await _services.GetRequiredService<DatabaseMigrator>().MigrateAsync(CancellationToken.None);
        foreach (var hosted in _services.GetServices<IHostedService>())
        {
            await hosted.StartAsync(CancellationToken.None);
        }
    }

    public async Task DisposeAsync()
    {
        foreach (var hosted in _services.GetServices<IHostedService>().Reverse())
        {
            await hosted.StopAsync(CancellationToken.None);
        }

        await _services.DisposeAsync();
        await _simulator.DisposeAsync();
        Directory.Delete(_data, recursive: true);
    }

    /// <summary>The rows that the network's own API gives for a report.</summary>
    public async Task<IReadOnlyList<JsonObject>> ReportAsync(string from, string to, string column, params (string Type, string Value)[] filters)
    {
        var body = new JsonObject
        {
            ["from"] = from,
            ["to"] = to,
            ["timezone_id"] = 55,
            ["currency_id"] = "EUR",
            ["columns"] = new JsonArray(new JsonObject { ["column"] = column }),
            ["query"] = new JsonObject
            {
                ["filters"] = new JsonArray([.. filters.Select(filter => new JsonObject { ["resource_type"] = filter.Type, ["filter_id_value"] = filter.Value })]),
            },
        };
        using var api = new HttpClient(new SocketsHttpHandler()) { BaseAddress = _simulator.Root };
        api.DefaultRequestHeaders.Add("X-Eflow-API-Key", "demo");
        using var reply = await api.PostAsJsonAsync("/v1/networks/reporting/entity/table", body);
        reply.EnsureSuccessStatusCode();
        return [.. (await reply.Content.ReadFromJsonAsync<JsonObject>())!["table"]!.AsArray().Select(row => row!.AsObject())];
    }

    /// <summary>What the network's own API answers to a call of its conversion reports.</summary>
    /// <param name="path">Below <c>/v1/networks/reporting/conversions</c>.</param>
    public async Task<JsonObject> ConversionsAsync(
        string path, string from, string to, bool isScrubOnly = false, bool showsEvents = true, params (string Type, string Value)[] filters)
    {
        var body = new JsonObject
        {
            ["from"] = from,
            ["to"] = to,
            ["timezone_id"] = 55,
            ["currency_id"] = "EUR",
            ["show_conversions"] = true,
            ["show_events"] = showsEvents,
            ["show_only_scrub"] = isScrubOnly,
            ["query"] = new JsonObject
            {
                ["filters"] = new JsonArray([.. filters.Select(filter => new JsonObject { ["resource_type"] = filter.Type, ["filter_id_value"] = filter.Value })]),
            },
        };
        using var api = new HttpClient(new SocketsHttpHandler()) { BaseAddress = _simulator.Root };
        api.DefaultRequestHeaders.Add("X-Eflow-API-Key", "demo");
        using var reply = await api.PostAsJsonAsync("/v1/networks/reporting/conversions" + path, body);
        reply.EnsureSuccessStatusCode();
        return (await reply.Content.ReadFromJsonAsync<JsonObject>())!;
    }
}
