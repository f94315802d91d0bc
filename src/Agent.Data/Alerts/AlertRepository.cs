using System.Globalization;
using Dapper;
using PromptLab.Data.Databases;
using PromptLab.Data.Feed;
using PromptLab.Data.Paging;

namespace PromptLab.Data.Alerts;

/// <summary>Alerts as their recipients see them: what a user was not told of is not found.</summary>
public sealed class AlertRepository(IDatabase database, FeedSignal feed, TimeProvider clock)
{
    private const string List = "alerts";

    /// <summary>Stores and delivers what is new of a run, at most once however often and wherever it is run.</summary>
    public async Task<AnnouncedAlert> AnnounceAsync(NewAlert alert, CancellationToken cancellationToken)
    {
        var unit = new AlertAnnouncement(alert, Now);
        var announced = await database.WriteAsync(unit.RunAsync, cancellationToken);
        Notify(announced is AnnouncedAlert.Told told ? told.Recipients : []);
        return announced;
    }

    private const string FindSql =
        $"""
        SELECT {AlertTable.Columns}
        FROM alerts
        WHERE id = @Id AND {AlertTable.Mine}
        """;

    public Task<AlertRow?> FindAsync(string owner, Guid id, CancellationToken cancellationToken) =>
        FindAsync(FindSql, new { Owner = owner, Id = id, Now = clock.GetUtcNow() }, cancellationToken);

    private const string FindNumberSql =
        $"""
        SELECT {AlertTable.Columns}
        FROM alerts
        WHERE number = @Number AND {AlertTable.Mine}
        """;

    public Task<AlertRow?> FindAsync(string owner, long number, CancellationToken cancellationToken) =>
        FindAsync(FindNumberSql, new { Owner = owner, Number = number, Now = clock.GetUtcNow() }, cancellationToken);

    private const string ListSql =
        $"""
        SELECT {AlertTable.Columns}
        FROM alerts
        WHERE number < @Before AND {AlertTable.Mine}
            AND created_at >= @Since
            AND (@AnyRule OR rule_id = @RuleId)
            AND (@State = '' OR CASE WHEN state = 'snoozed' AND snoozed_until <= @Now THEN 'new' ELSE state END = @State
                OR (@State = 'open' AND state <> 'resolved'))
        ORDER BY number DESC
        LIMIT @Take
        """;

    /// <summary>Newest first.</summary>
    /// <exception cref="InvalidCursorException">The cursor is not one of this list.</exception>
    public async Task<Page<AlertRow>> ListAsync(string owner, AlertFilter filter, string? cursor, int limit, CancellationToken cancellationToken)
    {
        var values = new
        {
            Owner = owner,
            Before = ReadCursor(cursor),
            Since = filter.Since ?? DateTimeOffset.UnixEpoch,
            AnyRule = filter.RuleId is null,
            RuleId = filter.RuleId ?? Guid.Empty,
            State = filter.State ?? "",
            Now = clock.GetUtcNow(),
            Take = limit + 1,
        };
        var rows = await database.ReadAsync(
            (connection, token) => connection.QueryAsync<AlertRow>(new CommandDefinition(ListSql, values, cancellationToken: token)), cancellationToken);
        return Page<AlertRow>.Of(rows.AsList(), limit, last => Cursor.Write(List, last.Number.ToString(CultureInfo.InvariantCulture)));
    }

    private const string HistorySql = "SELECT action, actor, until, created_at FROM alert_changes WHERE alert_id = @Id ORDER BY created_at, id";

    /// <summary>Oldest first.</summary>
    public Task<IReadOnlyList<AlertChangeRow>> HistoryAsync(Guid id, CancellationToken cancellationToken) => database.ReadAsync(
        async (connection, token) =>
        {
            var rows = await connection.QueryAsync<AlertChangeRow>(new CommandDefinition(HistorySql, new { Id = id }, cancellationToken: token));
            return (IReadOnlyList<AlertChangeRow>)rows.AsList();
        },
        cancellationToken);

    /// <summary>Acknowledges, snoozes, resolves or re-opens.</summary>
    /// <param name="action">One of <see cref="AlertAction"/>.</param>
    /// <param name="until">For a snooze.</param>
    /// <returns>Null when the owner has no such alert, or its state does not allow it.</returns>
    public async Task<AlertRow?> MoveAsync(string owner, long number, string action, DateTimeOffset? until, CancellationToken cancellationToken)
    {
        var unit = new AlertMove(owner, number, action, until, Now);
        var moved = await database.WriteAsync(unit.RunAsync, cancellationToken);
        Notify(moved?.Recipients ?? []);
        return moved?.Alert;
    }

    /// <summary>In the precision of the databases: a card is to hold what a later reading gives.</summary>
    private DateTimeOffset Now => InstantHandler.FromMicroseconds(InstantHandler.ToMicroseconds(clock.GetUtcNow()));

    private Task<AlertRow?> FindAsync(string sql, object values, CancellationToken cancellationToken) => database.ReadAsync(
        (connection, token) => connection.QuerySingleOrDefaultAsync<AlertRow>(new CommandDefinition(sql, values, cancellationToken: token)), cancellationToken);

    private void Notify(IReadOnlyList<string> owners)
    {
        foreach (var owner in owners)
            feed.Notify(owner);
    }

    private static long ReadCursor(string? cursor)
    {
        if (cursor is null)
            return long.MaxValue;
        return long.TryParse(Cursor.Read(cursor, List, 1)[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new InvalidCursorException();
    }
}
