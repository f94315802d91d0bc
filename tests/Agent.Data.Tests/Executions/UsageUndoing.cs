using Dapper;
using Microsoft.Extensions.DependencyInjection;
using PromptLab.Data.Databases;
using PromptLab.Data.Migrations;

namespace PromptLab.Data.Tests.Executions;

/// <summary>A database as it was before executions were counted and indexed.</summary>
internal static class UsageUndoing
{
    private const string SqliteSql =
        """
        DROP TRIGGER execution_usage_counted;
        DROP TRIGGER executions_added;
        DROP TRIGGER executions_changing;
        DROP TRIGGER executions_changed;
        DROP VIEW execution_texts;
        DROP TABLE execution_words;
        """;

    private const string PostgresSql =
        """
        DROP TRIGGER execution_usage_counted ON executions;
        DROP FUNCTION count_execution_usage;
        ALTER TABLE executions DROP COLUMN words;
        DROP FUNCTION execution_key, execution_plain;
        """;

    private const string LedgerSql = "DELETE FROM schema_migrations WHERE number IN (31, 32)";

    public static Task UndoAsync(IDatabase database) => database.WriteAsync(
        async (connection, token) =>
        {
            await connection.ExecuteAsync("DROP TABLE execution_quarters; DROP TABLE execution_days");
            if (database.Provider == DatabaseProvider.Sqlite)
                await connection.ExecuteAsync("DROP TABLE execution_numbers");
            await connection.ExecuteAsync(database.Provider == DatabaseProvider.Sqlite ? SqliteSql : PostgresSql);
            return await connection.ExecuteAsync(LedgerSql);
        },
        default);

    public static Task RedoAsync(IServiceProvider node) => node.GetRequiredService<DatabaseMigrator>().MigrateAsync(default);
}
