using PromptLab.Data.Turns;

namespace PromptLab.Data.Runs;

internal static class RunLife
{
    public static readonly EventTable Events = new()
    {
        InsertSql =
            """
            INSERT INTO run_events (run_id, first_seq, last_seq, owner, payload, created_at)
            VALUES (@Id, @FirstSeq, @LastSeq, @Owner, @Payload, @Now)
            """,
        ReadSql = "SELECT payload FROM run_events WHERE run_id = @Id AND last_seq > @After ORDER BY first_seq",
        LastSequenceSql = "SELECT COALESCE(MAX(last_seq), 0) FROM run_events WHERE run_id = @Id",
    };

    private const string EndSql =
        $"""
        UPDATE runs
        SET status = 'interrupted', running_until = NULL, finished_at = @Now, error_code = 'interrupted', error_text = @Text, {RunTable.Figures}
        """;

    public static readonly LifeSql Sql = new()
    {
        Events = Events,
        IsRunning = "SELECT 1 FROM runs WHERE id = @Id AND status = 'running' AND node = @Node",
        Renew =
            """
            UPDATE runs SET running_until = @Until
            WHERE id = @Id AND status = 'running' AND node = @Node
            RETURNING CASE WHEN cancel_requested_at IS NULL THEN 0 ELSE 1 END
            """,
        RequestCancel =
            """
            UPDATE runs SET cancel_requested_at = COALESCE(cancel_requested_at, @Now)
            WHERE id = @Id AND owner = @Owner AND status = 'running'
            """,
        EndOfNode = $"{EndSql} WHERE running_until IS NOT NULL AND node = @Node RETURNING id, owner, attempt",
        EndExpired = $"{EndSql} WHERE running_until < @Now RETURNING id, owner, attempt",
    };
}
