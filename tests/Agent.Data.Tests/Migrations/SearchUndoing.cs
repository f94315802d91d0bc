using Dapper;
using Microsoft.Extensions.DependencyInjection;
using PromptLab.Data.Databases;
using PromptLab.Data.Migrations;

namespace PromptLab.Data.Tests.Migrations;

/// <summary>A database as it was before executions were counted, and they and runs indexed by their words.</summary>
internal static class SearchUndoing
{
    private const string SqliteSql =
        """
        DROP TABLE judgements;
        DROP TRIGGER execution_usage_counted;
        DROP TRIGGER executions_added;
        DROP TRIGGER executions_changing;
        DROP TRIGGER executions_changed;
        DROP VIEW execution_texts;
        DROP TABLE execution_words;
        DROP TABLE execution_numbers;
        DROP TRIGGER runs_added;
        DROP TRIGGER runs_changing;
        DROP TRIGGER runs_changed;
        DROP VIEW run_texts;
        DROP TABLE run_words;
        DROP TABLE run_numbers;
        """;

    private const string PostgresSql =
        """
        DROP TABLE judgements;
        DROP FUNCTION count_judgement_usage;
        DROP TRIGGER execution_usage_counted ON executions;
        DROP FUNCTION count_execution_usage;
        ALTER TABLE executions DROP COLUMN words;
        ALTER TABLE runs DROP COLUMN words;
        ALTER FUNCTION search_key RENAME TO execution_key;
        ALTER FUNCTION search_plain RENAME TO execution_plain;
        DROP FUNCTION search_times;
        """;

    private const string Sql =
        """
        DROP TABLE execution_quarters;
        DROP TABLE execution_days;
        DROP TABLE run_keys;
        ALTER TABLE runs DROP COLUMN keys;
        ALTER TABLE executions DROP COLUMN keys;
        DROP INDEX runs_by_pipeline_status;
        CREATE INDEX run_steps_by_template ON run_steps (template_id, run_id) WHERE template_id IS NOT NULL;
        CREATE INDEX run_steps_by_model ON run_steps (owner, model, run_id) WHERE model IS NOT NULL;
        CREATE INDEX run_steps_by_provider ON run_steps (owner, provider, run_id) WHERE provider IS NOT NULL;
        """;

    // PostgreSQL's indexes of 32 and 47 would only be made for 48 to make them anew.
    private const string SqliteLedger = "DELETE FROM schema_migrations WHERE number IN (31, 32, 46, 47, 48, 51)";
    private const string PostgresLedger = "DELETE FROM schema_migrations WHERE number IN (31, 46, 48, 51)";

    public static Task UndoAsync(IDatabase database) => database.WriteAsync(
        async (connection, token) =>
        {
            var isSqlite = database.Provider == DatabaseProvider.Sqlite;
            await connection.ExecuteAsync(isSqlite ? SqliteSql : PostgresSql);
            await connection.ExecuteAsync(Sql);
            return await connection.ExecuteAsync(isSqlite ? SqliteLedger : PostgresLedger);
        },
        default);

    public static Task RedoAsync(IServiceProvider node) => node.GetRequiredService<DatabaseMigrator>().MigrateAsync(default);
}
