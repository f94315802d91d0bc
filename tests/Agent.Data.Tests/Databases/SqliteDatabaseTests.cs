using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using PromptLab.Data.Databases;
using PromptLab.Data.Databases.Sqlite;
using PromptLab.Testing.Databases;

namespace PromptLab.Data.Tests.Databases;

public sealed class SqliteDatabaseTests
{
    private static Task<T> AskAsync<T>(IDatabase database, string sql) => database.ReadAsync(
        (connection, token) => connection.QuerySingleAsync<T>(new CommandDefinition(sql, cancellationToken: token)), default);

    private static Task<int> RunAsync(IDatabase database, string sql) => database.WriteAsync(
        (connection, token) => connection.ExecuteAsync(new CommandDefinition(sql, cancellationToken: token)), default);

    [Fact]
    public async Task Readers_do_not_wait_for_the_writer()
    {
        await using var fresh = await FreshDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await using var node = fresh.OpenNode();
        var database = node.GetRequiredService<IDatabase>();
        await RunAsync(database, "CREATE TABLE notes (text text)");

        var seen = await database.WriteAsync(
            async (connection, token) =>
            {
                await connection.ExecuteAsync(new CommandDefinition("INSERT INTO notes VALUES ('a')", cancellationToken: token));
                return await AskAsync<int>(database, "SELECT COUNT(*) FROM notes");
            },
            default);

        seen.ShouldBe(0);
        (await AskAsync<int>(database, "SELECT COUNT(*) FROM notes")).ShouldBe(1);
    }

    [Fact]
    public async Task Reading_connections_refuse_to_write()
    {
        await using var fresh = await FreshDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await using var node = fresh.OpenNode();
        var database = node.GetRequiredService<IDatabase>();
        await RunAsync(database, "CREATE TABLE notes (text text)");

        var write = () => AskAsync<int>(database, "INSERT INTO notes VALUES ('a') RETURNING 1");

        await write.ShouldThrowAsync<SqliteException>();
    }

    [Fact]
    public async Task Foreign_keys_are_enforced()
    {
        await using var fresh = await FreshDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await using var node = fresh.OpenNode();
        var database = node.GetRequiredService<IDatabase>();
        await RunAsync(database, "CREATE TABLE a (id integer PRIMARY KEY); CREATE TABLE b (a integer REFERENCES a (id))");

        var orphan = () => RunAsync(database, "INSERT INTO b VALUES (1)");

        await orphan.ShouldThrowAsync<SqliteException>();
    }

    [Fact]
    public async Task The_file_is_journaled_ahead_of_writing()
    {
        await using var fresh = await FreshDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await using var node = fresh.OpenNode();
        var database = node.GetRequiredService<IDatabase>();

        await RunAsync(database, "CREATE TABLE notes (text text)");

        (await AskAsync<string>(database, "PRAGMA journal_mode")).ShouldBe("wal");
    }

    [Fact]
    public async Task A_batch_that_cannot_be_committed_fails_its_units_and_no_later_ones()
    {
        await using var fresh = await FreshDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await using var node = fresh.OpenNode();
        var database = node.GetRequiredService<IDatabase>();
        await RunAsync(database, "CREATE TABLE a (id integer PRIMARY KEY)");
        await RunAsync(database, "CREATE TABLE b (a integer REFERENCES a (id) DEFERRABLE INITIALLY DEFERRED)");

        var orphan = () => RunAsync(database, "INSERT INTO b VALUES (1)");

        await orphan.ShouldThrowAsync<SqliteException>();
        await RunAsync(database, "INSERT INTO a VALUES (7)");
        (await AskAsync<int>(database, "SELECT (SELECT COUNT(*) FROM b) * 100 + id FROM a")).ShouldBe(7);
    }

    [Fact]
    public async Task An_error_that_rolls_back_everything_fails_the_whole_batch()
    {
        await using var fresh = await FreshDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await using var node = fresh.OpenNode();
        var database = node.GetRequiredService<IDatabase>();
        await RunAsync(database, "CREATE TABLE notes (text text UNIQUE)");

        var unit = () => RunAsync(database, "INSERT INTO notes VALUES ('a'); INSERT OR ROLLBACK INTO notes VALUES ('a')");

        await unit.ShouldThrowAsync<SqliteException>();
        await RunAsync(database, "INSERT INTO notes VALUES ('b')");
        (await AskAsync<string>(database, "SELECT text FROM notes")).ShouldBe("b");
    }

    [Fact]
    public async Task A_file_that_cannot_be_opened_fails_the_call()
    {
        await using var fresh = await FreshDatabase.CreateAsync(DatabaseProvider.Sqlite);
        var folder = Path.GetDirectoryName(fresh.Settings["Database:Path"])!;
        Directory.CreateDirectory(folder);
        await using var database = new SqliteDatabase(new SqliteFile(folder));

        var write = () => RunAsync(database, "CREATE TABLE notes (text text)");
        var read = () => AskAsync<int>(database, "SELECT 1");

        await write.ShouldThrowAsync<SqliteException>();
        await read.ShouldThrowAsync<SqliteException>();
    }

    [Fact]
    public async Task Stopping_stores_what_is_still_queued()
    {
        await using var fresh = await FreshDatabase.CreateAsync(DatabaseProvider.Sqlite);
        var first = fresh.OpenNode();
        await RunAsync(first.GetRequiredService<IDatabase>(), "CREATE TABLE notes (number integer)");
        var queued = Enumerable.Range(0, 100)
            .Select(number => RunAsync(first.GetRequiredService<IDatabase>(), $"INSERT INTO notes VALUES ({number})")).ToList();

        await first.DisposeAsync();

        await Task.WhenAll(queued);
        await using var second = fresh.OpenNode();
        (await AskAsync<int>(second.GetRequiredService<IDatabase>(), "SELECT COUNT(*) FROM notes")).ShouldBe(100);
    }

    [Fact]
    public async Task More_readers_than_connections_wait_their_turn()
    {
        await using var fresh = await FreshDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await using var node = fresh.OpenNode();
        var database = node.GetRequiredService<IDatabase>();
        await RunAsync(database, "CREATE TABLE notes (number integer)");

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 200).Select(number => Task.Run(() => AskAsync<int>(database, $"SELECT {number % 5}"))));

        answers.Sum().ShouldBe(400);
    }
}
