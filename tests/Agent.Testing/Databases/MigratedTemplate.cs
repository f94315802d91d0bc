using Npgsql;
using PromptLab.Data.Databases;
using PromptLab.Data.Migrations;

namespace PromptLab.Testing.Databases;

/// <summary>
/// A migrated database on the server of the tests that others are copied from, so that the migrations run once and not for each
/// class. It stays there for later runs; another build of the migrations has another one.
/// </summary>
internal static class MigratedTemplate
{
    private static readonly Lazy<Task<string>> Made = new(MakeAsync);

    public static Task<string> NameAsync() => Made.Value;

    private static async Task<string> MakeAsync()
    {
        var name = $"migrated_{typeof(DatabaseMigrator).Module.ModuleVersionId:N}";
        await using var connection = await PostgresServer.ConnectAsync();

        // Test projects run at once. The end of the connection ends the lock.
        await PostgresServer.ExecuteAsync(connection, "SELECT pg_advisory_lock(726503111)");
        if (!await ExistsAsync(connection, name))
        {
            var fresh = await FreshDatabase.CreateAsync(DatabaseProvider.PostgreSql);
            await (await fresh.OpenMigratedNodeAsync()).DisposeAsync();
            var draft = new NpgsqlConnectionStringBuilder(fresh.Settings["Database:ConnectionString"]).Database;
            await PostgresServer.ExecuteAsync(connection, $"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{draft}'");
            await PostgresServer.ExecuteAsync(connection, $"ALTER DATABASE {draft} RENAME TO {name}");
            await PostgresServer.ExecuteAsync(connection, $"ALTER DATABASE {name} ALLOW_CONNECTIONS false");
        }

        return name;
    }

    private static async Task<bool> ExistsAsync(NpgsqlConnection connection, string name)
    {
        await using var command = new NpgsqlCommand("SELECT count(*) FROM pg_database WHERE datname = $1", connection) { Parameters = { new() { Value = name } } };
        return (long)(await command.ExecuteScalarAsync())! == 1;
    }
}
