using System.Security.Cryptography;
using Dapper;
using PromptLab.Data.Databases;
using PromptLab.Data.Paging;

namespace PromptLab.Data.Exports;

/// <summary>Exports as their owner sees them, and as the process that writes them keeps them.</summary>
public sealed class ExportRepository(IDatabase database, TimeProvider clock)
{
    internal const string Columns =
        "id, owner, conversation_id, status, report_type, title, period_from, period_to, time_zone, column_names, file_name, link_key, "
        + "row_count, byte_count, sha256, note, error_code, error, announcement_id, created_at, completed_at, expires_at";

    private const string CreateSql =
        $"""
        INSERT INTO exports (id, owner, conversation_id, status, report_type, title, period_from, period_to, time_zone, column_names,
            file_name, link_key, node, lease_until, created_at)
        VALUES (@Id, @Owner, @ConversationId, 'running', @ReportType, @Title, @PeriodFrom, @PeriodTo, @TimeZone, @ColumnNames,
            @FileName, @LinkKey, @Node, @LeaseUntil, @Now)
        RETURNING {Columns}
        """;

    /// <param name="lease">How long the writing process may be silent before another one takes it for dead.</param>
    public Task<ExportRow> CreateAsync(NewExport export, TimeSpan lease, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var values = new
        {
            Id = Guid.CreateVersion7(now),
            export.Owner,
            export.ConversationId,
            export.ReportType,
            export.Title,
            PeriodFrom = $"{export.From:yyyy-MM-dd}",
            PeriodTo = $"{export.To:yyyy-MM-dd}",
            export.TimeZone,
            export.ColumnNames,
            export.FileName,
            LinkKey = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32)),
            export.Node,
            LeaseUntil = now + lease,
            Now = now,
        };
        return database.WriteAsync(
            (connection, token) => connection.QuerySingleAsync<ExportRow>(new CommandDefinition(CreateSql, values, cancellationToken: token)),
            cancellationToken);
    }

    private const string RenewSql =
        "UPDATE exports SET lease_until = @LeaseUntil, row_count = @Rows WHERE id = @Id AND status = 'running'";

    /// <summary>False when it no longer runs: another process took this one for dead.</summary>
    public async Task<bool> RenewAsync(Guid id, long rows, TimeSpan lease, CancellationToken cancellationToken) =>
        await ExecuteAsync(RenewSql, new { Id = id, Rows = rows, LeaseUntil = clock.GetUtcNow() + lease }, cancellationToken) == 1;

    private const string CompleteSql =
        $"""
        UPDATE exports
        SET status = 'ready', row_count = @Rows, byte_count = @Bytes, sha256 = @Sha256, note = @Note, completed_at = @Now, expires_at = @ExpiresAt
        WHERE id = @Id AND status = 'running'
        RETURNING {Columns}
        """;

    /// <summary>Makes it ready. Null when it no longer runs.</summary>
    public Task<ExportRow?> CompleteAsync(Guid id, FinishedExport export, CancellationToken cancellationToken) =>
        ChangeAsync(
            CompleteSql,
            new { Id = id, export.Rows, export.Bytes, export.Sha256, export.Note, export.ExpiresAt, Now = clock.GetUtcNow() },
            cancellationToken);

    private const string FailSql =
        $"""
        UPDATE exports SET status = 'failed', error_code = @Code, error = @Error, completed_at = @Now
        WHERE id = @Id AND status = 'running'
        RETURNING {Columns}
        """;

    /// <summary>Null when it no longer runs.</summary>
    public Task<ExportRow?> FailAsync(Guid id, string code, string error, CancellationToken cancellationToken) =>
        ChangeAsync(FailSql, new { Id = id, Code = code, Error = error, Now = clock.GetUtcNow() }, cancellationToken);

    private const string FindSql = $"SELECT {Columns} FROM exports WHERE id = @Id AND owner = @Owner";

    public Task<ExportRow?> FindAsync(string owner, Guid id, CancellationToken cancellationToken) =>
        database.ReadAsync(
            (connection, token) => connection.QuerySingleOrDefaultAsync<ExportRow>(
                new CommandDefinition(FindSql, new { Id = id, Owner = owner }, cancellationToken: token)),
            cancellationToken);

    private const string ListSql =
        $"""
        SELECT {Columns} FROM exports
        WHERE owner = @Owner AND id < @Before
        ORDER BY id DESC
        LIMIT @Take
        """;

    /// <summary>Newest first.</summary>
    /// <exception cref="InvalidCursorException">The cursor is not one of this list.</exception>
    public async Task<Page<ExportRow>> ListAsync(string owner, string? cursor, int limit, CancellationToken cancellationToken)
    {
        var values = new { Owner = owner, Before = ExportCursor.Read(cursor), Take = limit + 1 };
        var rows = await database.ReadAsync(
            (connection, token) => connection.QueryAsync<ExportRow>(new CommandDefinition(ListSql, values, cancellationToken: token)),
            cancellationToken);
        return Page<ExportRow>.Of(rows.AsList(), limit, ExportCursor.Write);
    }

    private Task<ExportRow?> ChangeAsync(string sql, object values, CancellationToken cancellationToken) =>
        database.WriteAsync(
            (connection, token) => connection.QuerySingleOrDefaultAsync<ExportRow>(new CommandDefinition(sql, values, cancellationToken: token)),
            cancellationToken);

    private Task<int> ExecuteAsync(string sql, object values, CancellationToken cancellationToken) =>
        database.WriteAsync(
            (connection, token) => connection.ExecuteAsync(new CommandDefinition(sql, values, cancellationToken: token)), cancellationToken);
}
