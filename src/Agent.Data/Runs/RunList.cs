using Dapper;
using PromptLab.Data.Databases;
using PromptLab.Data.Paging;
using PromptLab.Data.Search;

namespace PromptLab.Data.Runs;

/// <summary>
/// Lists of an owner's runs, the newest first. A filter alone has an index in the order of the list; several at once, and words, are looked up
/// in the full-text index, which has them all.
/// </summary>
public sealed class RunList(IDatabase database)
{
    private const string List = "runs";

    private const string Select = $"SELECT {RunTable.Columns} FROM runs WHERE owner = @Owner";

    private const string Rest =
        """
        AND created_at >= @From AND (created_at, id) < (@At, @Id)
        ORDER BY created_at DESC, id DESC
        LIMIT @Take
        """;

    private const string AllSql = $"{Select} {Rest}";
    private const string PipelineSql = $"{Select} AND pipeline_id = @PipelineId {Rest}";
    private const string StatusSql = $"{Select} AND status = @Status {Rest}";
    private const string PipelineStatusSql = $"{Select} AND pipeline_id = @PipelineId AND status = @Status {Rest}";

    private const string KeySql =
        $"""
        SELECT {RunTable.Columns}
        FROM (
            SELECT run_id, created_at AS keyed_at FROM run_keys
            WHERE owner = @Owner AND key = @Key AND created_at >= @From AND (created_at, run_id) < (@At, @Id)
            ORDER BY created_at DESC, run_id DESC
            LIMIT @Take) AS keyed
        CROSS JOIN runs
        WHERE runs.id = run_id
        ORDER BY keyed_at DESC, run_id DESC
        """;

    /// <exception cref="InvalidCursorException">The cursor is not one of this list.</exception>
    public async Task<Page<RunRow>> ReadAsync(string owner, RunFilter filter, string? cursor, int limit, CancellationToken cancellationToken)
    {
        var after = InstantCursor.Read(cursor, List);
        if (filter.To is { } to && to < after.At)
            after = new InstantCursor(to, Guid.Empty);
        var words = SearchWords.Of(filter.Search);
        // Signs and emoji only: a question, but none that a text answers.
        if (words.Count == 0 && !string.IsNullOrWhiteSpace(filter.Search))
            return new([], null);
        var keys = RunKeys.Of(filter);
        var values = new
        {
            Owner = owner,
            PipelineId = filter.PipelineId ?? Guid.Empty,
            None = Guid.Empty,
            Status = filter.Status ?? "",
            Key = keys.FirstOrDefault(""),
            Keys = string.Join(' ', keys),
            Words = RunKeys.Words(owner, filter, words),
            From = filter.From ?? DateTimeOffset.UnixEpoch,
            To = filter.To ?? DateTimeOffset.MaxValue,
            after.At,
            after.Id,
            Take = limit + 1,
        };
        var rows = words.Count == 0 && Sql(filter) is { } sql
            ? (await database.ReadAsync(
                (connection, token) => connection.QueryAsync<RunRow>(new CommandDefinition(sql, values, cancellationToken: token)), cancellationToken)).AsList()
            : await RunSearch.Words.FindAsync<RunRow>(database, owner, values, values.From, values.Take, cancellationToken);
        return Page<RunRow>.Of(rows, limit, row => InstantCursor.Write(List, row.CreatedAt, row.Id));
    }

    /// <returns>Null where no index in the order of the list has all of it.</returns>
    internal static string? Sql(RunFilter filter) => (RunKeys.Of(filter).Count, filter.PipelineId, filter.Status) switch
    {
        (0, null, null) => AllSql,
        (0, _, null) => PipelineSql,
        (0, null, _) => StatusSql,
        (0, _, _) => PipelineStatusSql,
        (1, null, null) => KeySql,
        _ => null,
    };
}
