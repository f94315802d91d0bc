using PromptLab.Data.Search;

namespace PromptLab.Data.Runs;

/// <summary>How the runs that have all of some words are found; the values are those of the list.</summary>
internal static class RunSearch
{
    // Numbers are microseconds of the start; those of the same moment follow one another within the next second.
    private const string SqliteSql =
        $"""
        SELECT {RunTable.Columns}
        FROM run_words
        CROSS JOIN run_numbers ON number = run_words.rowid
        CROSS JOIN runs ON runs.id = run_id
        WHERE run_words MATCH @Words AND run_words.rowid >= @From
            AND run_words.rowid < COALESCE((SELECT number FROM run_numbers WHERE run_id = @Id), @At + 1000000)
            AND owner = @Owner AND created_at >= @From AND created_at < @To
        ORDER BY run_words.rowid DESC
        LIMIT @Take
        """;

    private const string Period = "owner = @Owner AND created_at >= @From AND (created_at, id) < (@At, @Id)";

    private const string Newest = "ORDER BY created_at DESC, id DESC LIMIT";

    private const string Columns = $"SELECT {RecentRows.Columns} FROM (SELECT created_at FROM";

    private const string First = $"{Newest} {RecentRows.Most}) AS recent";

    private const string PostgresRecentSql =
        $"""
        {Columns} runs WHERE {Period} {First}
        UNION ALL {Columns} runs WHERE {Period} AND pipeline_id = @PipelineId {First} HAVING @PipelineId <> @None
        UNION ALL {Columns} runs WHERE {Period} AND status = @Status {First} HAVING @Status <> ''
        UNION ALL SELECT recent.*
        FROM unnest(string_to_array(@Keys, ' ')) AS wanted (key)
        CROSS JOIN LATERAL (
            {Columns} run_keys
            WHERE owner = @Owner AND run_keys.key = wanted.key AND created_at >= @From AND (created_at, run_id) < (@At, @Id)
            ORDER BY created_at DESC, run_id DESC
            LIMIT {RecentRows.Most}) AS recent) AS recent
        """;

    private const string PostgresSql =
        $"""
        SELECT {RunTable.Columns}
        FROM runs
        WHERE id IN (
            SELECT id FROM (SELECT id, owner, created_at FROM runs WHERE {WordSearch.PostgresWords}) AS found
            WHERE {Period} {Newest} @Take)
        ORDER BY created_at DESC, id DESC
        """;

    public static WordSearch Words { get; } = new(SqliteSql, PostgresRecentSql, PostgresSql);
}
