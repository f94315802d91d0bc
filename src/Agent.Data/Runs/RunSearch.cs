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

    private const string PostgresRecentSql =
        $"""
        SELECT {RunTable.Columns}
        FROM (SELECT * FROM runs WHERE {Period} {Newest} {WordSearch.Recent}) AS runs
        WHERE words @@ plainto_tsquery('simple', @Words)
        {Newest} @Take
        """;

    private const string PostgresCountSql = $"SELECT COUNT(*) FROM (SELECT 1 FROM runs WHERE {Period} {Newest} {WordSearch.Recent}) AS recent";

    // OFFSET 0 keeps PostgreSQL from going through the index of the time row by row: all are found before they are put in order.
    private const string PostgresSql =
        $"""
        SELECT {RunTable.Columns}
        FROM runs
        WHERE id IN (
            SELECT id
            FROM (SELECT id, created_at FROM runs WHERE words @@ plainto_tsquery('simple', @Words) AND {Period} OFFSET 0) AS found
            {Newest} @Take)
        ORDER BY created_at DESC, id DESC
        """;

    public static WordSearch Words { get; } = new(SqliteSql, PostgresRecentSql, PostgresCountSql, PostgresSql);
}
