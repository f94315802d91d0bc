using System.Data.Common;
using Dapper;
using PromptLab.Data.Turns;

namespace PromptLab.Data.Evaluations;

/// <summary>The tables of evaluations, for the units that write several rows at once.</summary>
internal static class EvaluationTable
{
    public const string Columns =
        """
        id, owner, dataset_id, dataset_name, dataset_revision, template_id, template_name, version, version_hash, label, provider, model, requested_model,
        fallback, parameters, parallelism, evaluators, threshold, status, total, done, passed, failed, errors, score_sum, input_tokens, output_tokens,
        cost, unpriced, duration_ms, median_ms, error_code, error_text, attempt, created_at, created_by, finished_at
        """;

    public const string ResultColumns =
        "row_id, ordinal, variables, expected, status, execution_id, score, checks, output, error_code, error_text, duration_ms";

    private const string InsertEventsSql =
        """
        INSERT INTO evaluation_events (evaluation_id, first_seq, last_seq, owner, payload, created_at)
        VALUES (@EvaluationId, @FirstSeq, @LastSeq, @Owner, @Payload, @Now)
        """;

    public static async Task InsertEvaluationEventsAsync(
        this DbConnection connection, Guid id, string owner, IReadOnlyList<StoredEvent> events, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (events.Count > 0)
        {
            var values = new
            {
                EvaluationId = id,
                FirstSeq = events[0].Sequence,
                LastSeq = events[^1].Sequence,
                Owner = owner,
                Payload = EventPayload.Write(events),
                Now = now,
            };
            await connection.ExecuteAsync(new CommandDefinition(InsertEventsSql, values, cancellationToken: cancellationToken));
        }
    }

    private const string ReadEventsSql = "SELECT payload FROM evaluation_events WHERE evaluation_id = @Id AND last_seq > @After ORDER BY first_seq";

    public static async Task<IReadOnlyList<StoredEvent>> ReadEvaluationEventsAsync(
        this DbConnection connection, Guid id, long after, CancellationToken cancellationToken)
    {
        var payloads = await connection.QueryAsync<string>(new CommandDefinition(ReadEventsSql, new { Id = id, After = after }, cancellationToken: cancellationToken));
        return [.. payloads.SelectMany(EventPayload.Read).Where(stored => stored.Sequence > after)];
    }

    private const string LastSequenceSql = "SELECT COALESCE(MAX(last_seq), 0) FROM evaluation_events WHERE evaluation_id = @Id";

    /// <summary>0 when nothing is stored.</summary>
    public static Task<long> LastEvaluationSequenceAsync(this DbConnection connection, Guid id, CancellationToken cancellationToken) =>
        connection.ExecuteScalarAsync<long>(new CommandDefinition(LastSequenceSql, new { Id = id }, cancellationToken: cancellationToken));
}
