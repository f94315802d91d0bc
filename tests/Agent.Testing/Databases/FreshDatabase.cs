using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PromptLab.Data;
using PromptLab.Data.Databases;
using PromptLab.Data.Migrations;

namespace PromptLab.Testing.Databases;

/// <summary>A database of its own, gone when disposed. Nodes are opened on it one by one or several at once.</summary>
public sealed class FreshDatabase : IAsyncDisposable
{
    private readonly Func<ValueTask> remove;

    private FreshDatabase(IReadOnlyDictionary<string, string?> settings, Func<ValueTask> remove)
    {
        Settings = settings;
        this.remove = remove;
    }

    /// <summary>The section <c>Database</c> that points here, for a host's configuration.</summary>
    public IReadOnlyDictionary<string, string?> Settings { get; }

    /// <summary>An empty one.</summary>
    public static Task<FreshDatabase> CreateAsync(DatabaseProvider provider) => provider == DatabaseProvider.Sqlite
        ? Task.FromResult(CreateFile())
        : CreateOnServerAsync(template: null);

    /// <summary>One to be opened by migrated nodes, with whatever spares them the migrations.</summary>
    public static async Task<FreshDatabase> CreateMigratedAsync(DatabaseProvider provider) => provider == DatabaseProvider.Sqlite
        ? CreateFile()
        : await CreateOnServerAsync(await MigratedTemplate.NameAsync());

    /// <summary>The services of one node.</summary>
    public ServiceProvider OpenNode(TimeProvider? clock = null)
    {
        var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(Settings).Build())
            .AddData();
        if (clock is not null)
            services.AddSingleton(clock);
        return services.BuildServiceProvider();
    }

    public async Task<ServiceProvider> OpenMigratedNodeAsync(TimeProvider? clock = null)
    {
        var node = OpenNode(clock);
        await node.GetRequiredService<DatabaseMigrator>().MigrateAsync(CancellationToken.None);
        return node;
    }

    public ValueTask DisposeAsync() => remove();

    private static FreshDatabase CreateFile()
    {
        var folder = Directory.CreateTempSubdirectory("promptlab-test-");
        var settings = new Dictionary<string, string?>
        {
            ["Database:Provider"] = "sqlite",
            ["Database:Path"] = Path.Combine(folder.FullName, "data", "promptlab.db"),
        };
        return new(settings, () =>
        {
            folder.Delete(recursive: true);
            return ValueTask.CompletedTask;
        });
    }

    private static async Task<FreshDatabase> CreateOnServerAsync(string? template)
    {
        var connectionString = await PostgresServer.CreateDatabaseAsync(template);
        var settings = new Dictionary<string, string?>
        {
            ["Database:Provider"] = "postgresql",
            ["Database:ConnectionString"] = connectionString,
        };
        return new(settings, () => PostgresServer.DropDatabaseAsync(connectionString));
    }
}
