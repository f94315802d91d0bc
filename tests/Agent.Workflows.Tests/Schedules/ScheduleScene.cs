using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PromptLab.Data;
using PromptLab.Data.Databases;
using PromptLab.Data.Migrations;
using PromptLab.Data.Schedules;
using PromptLab.Testing.Databases;
using PromptLab.Testing.Time;
using PromptLab.Workflows.Schedules;

namespace PromptLab.Workflows.Tests.Schedules;

/// <summary>A database with one schedule, daily at 09:00 in Amsterdam, and the nodes that share it. It is Wednesday noon.</summary>
internal sealed class ScheduleScene : IAsyncDisposable
{
    public const string Owner = "anna";

    private readonly FreshDatabase _database;
    private readonly List<ServiceProvider> _nodes = [];

    private ScheduleScene(FreshDatabase database) => _database = database;

    public ManualTimeProvider Clock { get; } = new();

    public RecordingWork Work { get; } = new();

    public ScheduleRow Schedule { get; private set; } = null!;

    public IServiceProvider Node => _nodes[0];

    public static async Task<ScheduleScene> CreateAsync(DatabaseProvider provider, string time = "09:00", params KeyValuePair<string, string?>[] settings)
    {
        var scene = new ScheduleScene(await FreshDatabase.CreateMigratedAsync(provider));
        var node = scene.AddNode(settings);
        await node.GetRequiredService<DatabaseMigrator>().MigrateAsync(default);
        scene.Schedule = await node.GetRequiredService<ScheduleService>().CreateOrUpdateAsync(
            new(ScheduleKind.AlertRule, "rule", Owner, "Default pages", new(time, [], "Europe/Amsterdam"), "{}"), default);
        return scene;
    }

    public ServiceProvider AddNode(params KeyValuePair<string, string?>[] settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(_database.Settings).AddInMemoryCollection(settings).Build();
        var node = new ServiceCollection()
            .AddLogging()
            .AddSingleton<IConfiguration>(configuration)
            .AddSingleton<TimeProvider>(Clock)
            .AddData()
            .AddSchedules()
            .AddSingleton<IScheduledWork>(Work)
            .BuildServiceProvider();
        _nodes.Add(node);
        return node;
    }

    /// <summary>One look at what is due.</summary>
    public Task BeatAsync(IServiceProvider? node = null) => (node ?? Node).GetRequiredService<SlotRunner>().RunDueAsync(default);

    /// <summary>Moves the clock to a moment in UTC, and looks.</summary>
    public async Task BeatAtAsync(string moment)
    {
        Clock.Advance(DateTimeOffset.Parse(moment, null) - Clock.GetUtcNow());
        await BeatAsync();
    }

    /// <summary>Slot, status and attempts of each run, earliest first.</summary>
    public async Task<IReadOnlyList<string>> HistoryAsync()
    {
        var page = await Node.GetRequiredService<ScheduleRunRepository>().ListAsync(Schedule.Id, null, 200, default);
        return [.. page.Data.Reverse().Select(run => $"{run.Slot:MM-dd HH:mm} {run.Status} {run.Attempts}")];
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var node in _nodes)
        {
            await node.DisposeAsync();
        }

        await _database.DisposeAsync();
    }
}
