using System.Data.Common;
using Dapper;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PromptLab.Data.Databases;

namespace PromptLab.Data.Migrations;

/// <summary>Brings the database to the newest schema. The host does this before it serves; tools without a host call it themselves.</summary>
public sealed partial class DatabaseMigrator(
    IDatabase database, IOptions<DatabaseOptions> options, TimeProvider clock, ILogger<DatabaseMigrator> logger)
{
    // SQLite needs none: a write unit holds the file's write lock from its start.
    private const string PostgresLock = "SELECT pg_advisory_xact_lock(726503110)";

    private const string CreateLedger =
        """
        CREATE TABLE IF NOT EXISTS schema_migrations (
            number integer NOT NULL PRIMARY KEY,
            name text NOT NULL,
            applied_at text NOT NULL)
        """;

    // A table of years is built anew, or another node does that, for as long as it takes.
    private const int NoLimit = 0;

    private const string ReadLedger = "SELECT number FROM schema_migrations";

    private const string WriteLedger = "INSERT INTO schema_migrations (number, name, applied_at) VALUES (@Number, @Name, @AppliedAt)";

    /// <returns>The numbers of the migrations that were applied now, and not by another node at the same time.</returns>
    public async Task<IReadOnlyList<int>> MigrateAsync(CancellationToken cancellationToken)
    {
        var known = Migration.Of(options.Value.Provider);
        var applied = new List<int>();
        while (await database.WriteAsync((connection, token) => ApplyNextAsync(connection, known, token), cancellationToken) is { } next)
        {
            LogApplied(next.Number, next.Name);
            applied.Add(next.Number);
        }

        return applied;
    }

    /// <summary>The ledger is read again under the lock for each script, so that nodes may take turns.</summary>
    private async Task<Migration?> ApplyNextAsync(
        DbConnection connection, IReadOnlyList<Migration> known, CancellationToken cancellationToken)
    {
        if (options.Value.Provider == DatabaseProvider.PostgreSql)
            await connection.ExecuteAsync(new CommandDefinition(PostgresLock, commandTimeout: NoLimit, cancellationToken: cancellationToken));
        await connection.ExecuteAsync(new CommandDefinition(CreateLedger, cancellationToken: cancellationToken));
        var done = await connection.QueryAsync<int>(new CommandDefinition(ReadLedger, cancellationToken: cancellationToken));
        var next = known.ExceptBy(done, migration => migration.Number).FirstOrDefault();
        if (next is not null)
        {
            await connection.ExecuteAsync(new CommandDefinition(next.Sql, commandTimeout: NoLimit, cancellationToken: cancellationToken));
            var entry = new { next.Number, next.Name, AppliedAt = clock.GetUtcNow().ToString("O") };
            await connection.ExecuteAsync(new CommandDefinition(WriteLedger, entry, cancellationToken: cancellationToken));
        }

        return next;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Applied database migration {Number} {Name}")]
    private partial void LogApplied(int number, string name);
}
