using PromptLab.Data.Turns;

namespace PromptLab.Data.Evaluations;

internal static class EvaluationLife
{
    public static readonly EventTable Events = new()
    {
        InsertSql =
            """
            INSERT INTO evaluation_events (evaluation_id, first_seq, last_seq, owner, payload, created_at)
            VALUES (@Id, @FirstSeq, @LastSeq, @Owner, @Payload, @Now)
            """,
        ReadSql = "SELECT payload FROM evaluation_events WHERE evaluation_id = @Id AND last_seq > @After ORDER BY first_seq",
        LastSequenceSql = "SELECT COALESCE(MAX(last_seq), 0) FROM evaluation_events WHERE evaluation_id = @Id",
    };

    private const string EndSql =
        """
        UPDATE evaluations
        SET status = 'interrupted', running_until = NULL, finished_at = @Now, error_code = 'interrupted', error_text = @Text
        """;

    public static readonly LifeSql Sql = new()
    {
        Events = Events,
        IsRunning = "SELECT 1 FROM evaluations WHERE id = @Id AND status = 'running' AND node = @Node",
        Renew =
            """
            UPDATE evaluations SET running_until = @Until
            WHERE id = @Id AND status = 'running' AND node = @Node
            RETURNING CASE WHEN cancel_requested_at IS NULL THEN 0 ELSE 1 END
            """,
        RequestCancel =
            """
            UPDATE evaluations SET cancel_requested_at = COALESCE(cancel_requested_at, @Now)
            WHERE id = @Id AND owner = @Owner AND status = 'running'
            """,
        EndOfNode = $"{EndSql} WHERE running_until IS NOT NULL AND node = @Node RETURNING id, owner",
        EndExpired = $"{EndSql} WHERE running_until < @Now RETURNING id, owner",
    };
}
