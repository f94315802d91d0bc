using Npgsql;
using PromptLab.Testing.Requirements;

namespace PromptLab.Testing.Databases;

/// <summary>Databases on the server of <c>PROMPTLAB_TEST_POSTGRES</c>.</summary>
internal static class PostgresServer
{
    /// <param name="template">The database that it is a copy of; null: an empty one.</param>
    public static async Task<string> CreateDatabaseAsync(string? template)
    {
        var name = $"test_{Guid.CreateVersion7():N}";
        await ExecuteAsync($"CREATE DATABASE {name} TEMPLATE {template ?? "template1"}");
        return new NpgsqlConnectionStringBuilder(PostgresFactAttribute.ConnectionString) { Database = name }.ConnectionString;
    }

    public static async ValueTask DropDatabaseAsync(string connectionString)
    {
        var name = new NpgsqlConnectionStringBuilder(connectionString).Database;
        await ExecuteAsync($"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
    }

    /// <summary>To the server's own database, and not kept for later.</summary>
    public static async Task<NpgsqlConnection> ConnectAsync()
    {
        var connection = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(PostgresFactAttribute.ConnectionString) { Pooling = false, CommandTimeout = 300 }.ConnectionString);
        await connection.OpenAsync();
        return connection;
    }

    private static async Task ExecuteAsync(string sql)
    {
        await using var connection = await ConnectAsync();
        await ExecuteAsync(connection, sql);
    }

    public static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The names in it are made here.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }
}
