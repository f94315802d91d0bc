using System.Data.Common;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using PromptLab.Data.Databases;
using PromptLab.Data.Databases.Postgres;
using PromptLab.Testing.Databases;
using PromptLab.Testing.Requirements;
using PromptLab.Testing.Time;

namespace PromptLab.Data.Tests.Databases;

public sealed class PostgresDatabaseTests : IAsyncLifetime
{
    private FreshDatabase? fresh;
    private ServiceProvider? node;

    private IDatabase Database => node!.GetRequiredService<IDatabase>();

    public async Task InitializeAsync()
    {
        if (TestRequirement.Postgres is null)
            return;
        fresh = await FreshDatabase.CreateAsync(DatabaseProvider.PostgreSql);
        node = fresh.OpenNode();
        await Database.WriteAsync(
            (connection, token) => Run(connection, "CREATE TABLE notes (id integer PRIMARY KEY, text text); INSERT INTO notes VALUES (1), (2)", token),
            default);
    }

    public async Task DisposeAsync()
    {
        if (node is not null)
            await node.DisposeAsync();
        if (fresh is not null)
            await fresh.DisposeAsync();
    }

    private static Task<int> Run(DbConnection connection, string sql, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(sql, cancellationToken: cancellationToken));

    private Task<int> CountAsync() => Database.ReadAsync(
        (connection, token) => connection.QuerySingleAsync<int>(
            new CommandDefinition("SELECT COUNT(*)::int FROM notes", cancellationToken: token)),
        default);

    private async Task BreakConnectionsAsync()
    {
        await using var administrator = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(fresh!.Settings["Database:ConnectionString"]) { Pooling = false }.ConnectionString);
        await administrator.ExecuteAsync(
            "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()");
    }

    [PostgresFact]
    public async Task A_query_survives_that_the_server_closed_its_connections()
    {
        await CountAsync();

        await BreakConnectionsAsync();

        (await CountAsync()).ShouldBe(2);
    }

    [PostgresFact]
    public async Task A_unit_that_lost_its_connection_is_run_again_and_stored_once()
    {
        var runs = 0;

        await Database.WriteAsync(
            async (connection, token) =>
            {
                await Run(connection, "INSERT INTO notes VALUES (3)", token);
                if (++runs == 1)
                    await BreakConnectionsAsync();
                return await Run(connection, "INSERT INTO notes VALUES (4)", token);
            },
            default);

        runs.ShouldBe(2);
        (await CountAsync()).ShouldBe(4);
    }

    [PostgresFact]
    public async Task A_unit_that_may_have_been_committed_is_not_repeated()
    {
        var runs = 0;

        var unit = () => Database.WriteAsync(
            async (connection, token) =>
            {
                runs++;
                var stored = await Run(connection, "INSERT INTO notes VALUES (3)", token);
                await BreakConnectionsAsync();
                return stored;
            },
            default);

        await unit.ShouldThrowAsync<UncertainCommitException>();
        runs.ShouldBe(1);
    }

    [PostgresFact]
    public async Task Units_that_deadlock_are_both_stored_in_the_end()
    {
        using var bothHoldOne = new Barrier(2);
        var runs = 0;

        Task<int> Update(int first, int second) => Task.Run(() => Database.WriteAsync(
            async (connection, token) =>
            {
                await Run(connection, "SET LOCAL deadlock_timeout = '10ms'", token);
                await Run(connection, $"UPDATE notes SET text = 'x' WHERE id = {first}", token);
                if (Interlocked.Increment(ref runs) <= 2)
                    bothHoldOne.SignalAndWait(Patience.Longest, token);
                return await Run(connection, $"UPDATE notes SET text = 'x' WHERE id = {second}", token);
            },
            default));
        var stored = await Task.WhenAll(Update(1, 2), Update(2, 1));

        stored.ShouldBe([1, 1]);
        runs.ShouldBe(3);
    }

    [PostgresFact]
    public async Task A_broken_rule_is_not_tried_again()
    {
        var runs = 0;

        var unit = () => Database.WriteAsync(
            (connection, token) =>
            {
                runs++;
                return Run(connection, "INSERT INTO notes VALUES (1)", token);
            },
            default);

        (await unit.ShouldThrowAsync<PostgresException>()).SqlState.ShouldBe(PostgresErrorCodes.UniqueViolation);
        runs.ShouldBe(1);
    }

    [Fact]
    public async Task A_server_that_is_away_is_asked_again_with_growing_pauses()
    {
        var clock = new ManualTimeProvider();
        var nowhere = PostgresDatabase.Connect("Host=/nonexistent-folder;Username=postgres;Database=postgres");
        await using var database = new PostgresDatabase(nowhere, clock, NullLogger<PostgresDatabase>.Instance);

        var read = database.ReadAsync((connection, token) => Run(connection, "SELECT 1", token), default);
        var pauses = new List<double>();
        while (pauses.Count < 5)
        {
            var pause = await clock.TimerWithin(TimeSpan.FromMinutes(1));
            pauses.Add(pause.TotalMilliseconds);
            clock.Advance(pause);
        }

        await read.ShouldThrowAsync<NpgsqlException>();
        pauses.ShouldBe([100, 200, 400, 800, 1600]);
    }
}
