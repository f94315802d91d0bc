using Dapper;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PromptLab.Data.Databases;
using PromptLab.Data.Migrations;
using PromptLab.Testing.Databases;
using PromptLab.Testing.Requirements;

namespace PromptLab.Data.Tests.Migrations;

public sealed class MigrationTests
{
    private static int[] Numbers(DatabaseProvider provider) => [.. Migration.Of(provider).Select(migration => migration.Number)];

    private static Task<IEnumerable<int>> LedgerAsync(IServiceProvider node) => node.GetRequiredService<IDatabase>().ReadAsync(
        (connection, token) => connection.QueryAsync<int>(
            new CommandDefinition("SELECT number FROM schema_migrations ORDER BY number", cancellationToken: token)),
        default);

    [Fact]
    public void Both_dialects_have_the_same_migrations()
    {
        var names = Enum.GetValues<DatabaseProvider>()
            .Select(provider => Migration.Of(provider).Select(migration => (migration.Number, migration.Name)).ToList());

        names.Distinct().ShouldAllBe(list => list.SequenceEqual(names.First()));
        Numbers(DatabaseProvider.Sqlite).ShouldBeUnique();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_fresh_database_gets_every_migration_once(DatabaseProvider provider)
    {
        await using var fresh = await FreshDatabase.CreateAsync(provider);
        await using var node = fresh.OpenNode();
        var migrator = node.GetRequiredService<DatabaseMigrator>();

        var first = await migrator.MigrateAsync(default);
        var second = await migrator.MigrateAsync(default);

        first.ShouldBe(Numbers(provider));
        second.ShouldBeEmpty();
        (await LedgerAsync(node)).ShouldBe(first);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Nodes_that_start_at_once_apply_each_migration_once(DatabaseProvider provider)
    {
        await using var fresh = await FreshDatabase.CreateAsync(provider);
        var nodes = Enumerable.Range(0, 4).Select(_ => fresh.OpenNode()).ToList();

        var applied = await Task.WhenAll(
            nodes.Select(node => Task.Run(() => node.GetRequiredService<DatabaseMigrator>().MigrateAsync(default))));

        applied.SelectMany(numbers => numbers).Order().ShouldBe(Numbers(provider));
        (await LedgerAsync(nodes[0])).ShouldBe(Numbers(provider));
        foreach (var node in nodes)
            await node.DisposeAsync();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_database_is_ready_before_any_service_starts(DatabaseProvider provider)
    {
        await using var fresh = await FreshDatabase.CreateAsync(provider);
        var builder = Host.CreateApplicationBuilder();
        builder.Configuration.AddInMemoryCollection(fresh.Settings);
        builder.Services.AddHostedService<FirstService>().AddData();
        using var host = builder.Build();

        await host.StartAsync();

        host.Services.GetServices<IHostedService>().OfType<FirstService>().Single().Seen.ShouldBe(Numbers(provider));
        await host.StopAsync();
        await ((IAsyncDisposable)host).DisposeAsync();
    }

    private sealed class FirstService(IServiceProvider services) : IHostedService
    {
        public IEnumerable<int>? Seen { get; private set; }

        public async Task StartAsync(CancellationToken cancellationToken) => Seen = await LedgerAsync(services);

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
