using System.Data.Common;
using Dapper;
using PromptLab.Data.Databases;

namespace PromptLab.Data.AlertRules;

/// <summary>Rules that alerts come from; they belong to the network, not to a user.</summary>
public sealed class AlertRuleRepository(IDatabase database, TimeProvider clock)
{
    private const string Columns = "id, name, kind, is_enabled, is_configured, definition, snoozed_until, created_by, created_at, updated_at";

    private const string FindSql = $"SELECT {Columns} FROM alert_rules WHERE id = @Id AND deleted_at IS NULL";

    public Task<AlertRuleRow?> FindAsync(Guid id, CancellationToken cancellationToken) => database.ReadAsync(
        (connection, token) => connection.QuerySingleOrDefaultAsync<AlertRuleRow>(new CommandDefinition(FindSql, new { Id = id }, cancellationToken: token)),
        cancellationToken);

    private const string ListSql = $"SELECT {Columns} FROM alert_rules WHERE deleted_at IS NULL ORDER BY created_at, id";

    /// <summary>Oldest first. Rules are few, so all of them.</summary>
    public Task<IReadOnlyList<AlertRuleRow>> ListAsync(CancellationToken cancellationToken) => database.ReadAsync(
        async (connection, token) =>
        {
            var rows = await connection.QueryAsync<AlertRuleRow>(new CommandDefinition(ListSql, cancellationToken: token));
            return (IReadOnlyList<AlertRuleRow>)rows.AsList();
        },
        cancellationToken);

    private const string SaveSql =
        $"""
        INSERT INTO alert_rules (id, name, kind, is_enabled, is_configured, definition, snoozed_until, created_by, created_at, updated_at)
        VALUES (@Id, @Name, @Kind, @IsEnabled, @IsConfigured, @Definition, @SnoozedUntil, @CreatedBy, @Now, @Now)
        ON CONFLICT (id) DO UPDATE
        SET name = @Name, kind = @Kind, is_enabled = @IsEnabled, definition = @Definition, snoozed_until = @SnoozedUntil, updated_at = @Now,
            deleted_at = NULL
        RETURNING {Columns}
        """;

    /// <summary>Creates the rule, or replaces what it had but for its beginning.</summary>
    public Task<AlertRuleRow> SaveAsync(AlertRuleRow rule, CancellationToken cancellationToken) =>
        WriteAsync(SaveSql, rule, (connection, command) => connection.QuerySingleAsync<AlertRuleRow>(command), cancellationToken);

    private const string ConfigureSql =
        """
        INSERT INTO alert_rules (id, name, kind, is_enabled, is_configured, definition, snoozed_until, created_by, created_at, updated_at)
        VALUES (@Id, @Name, @Kind, @IsEnabled, @IsConfigured, @Definition, @SnoozedUntil, @CreatedBy, @Now, @Now)
        ON CONFLICT (id) DO UPDATE
        SET name = @Name, kind = @Kind, definition = @Definition, updated_at = @Now, deleted_at = NULL
        WHERE alert_rules.name <> @Name OR alert_rules.kind <> @Kind OR alert_rules.definition <> @Definition OR alert_rules.deleted_at IS NOT NULL
        """;

    /// <summary>Stores a rule as the configuration has it; whether it is on is only taken over the first time, people may have switched it since.</summary>
    public Task ConfigureAsync(AlertRuleRow rule, CancellationToken cancellationToken) =>
        WriteAsync(ConfigureSql, rule, (connection, command) => connection.ExecuteAsync(command), cancellationToken);

    private const string DeleteSql = "UPDATE alert_rules SET deleted_at = @Now WHERE id = @Id AND deleted_at IS NULL";

    /// <summary>False when there is no such rule.</summary>
    public async Task<bool> DeleteAsync(Guid id, CancellationToken cancellationToken)
    {
        var values = new { Id = id, Now = clock.GetUtcNow() };
        return await database.WriteAsync(
            (connection, token) => connection.ExecuteAsync(new CommandDefinition(DeleteSql, values, cancellationToken: token)), cancellationToken) == 1;
    }

    private Task<T> WriteAsync<T>(
        string sql, AlertRuleRow rule, Func<DbConnection, CommandDefinition, Task<T>> run, CancellationToken cancellationToken)
    {
        var values = new
        {
            rule.Id,
            rule.Name,
            rule.Kind,
            rule.IsEnabled,
            rule.IsConfigured,
            rule.Definition,
            rule.SnoozedUntil,
            rule.CreatedBy,
            Now = clock.GetUtcNow(),
        };
        return database.WriteAsync((connection, token) => run(connection, new CommandDefinition(sql, values, cancellationToken: token)), cancellationToken);
    }
}
