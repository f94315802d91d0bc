namespace PromptLab.Data.Turns;

internal static class TurnEvents
{
    public static readonly EventTable Table = new()
    {
        InsertSql =
            """
            INSERT INTO turn_events (turn_id, first_seq, last_seq, owner, payload, created_at)
            VALUES (@Id, @FirstSeq, @LastSeq, @Owner, @Payload, @Now)
            """,
        ReadSql = "SELECT payload FROM turn_events WHERE turn_id = @Id AND last_seq > @After ORDER BY first_seq",
        LastSequenceSql = "SELECT COALESCE(MAX(last_seq), 0) FROM turn_events WHERE turn_id = @Id",
    };
}
