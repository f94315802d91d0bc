using Dapper;
using PromptLab.Data.Databases;
using PromptLab.Data.Paging;

namespace PromptLab.Data.Evaluations;

/// <summary>What came of the rows of an evaluation that the caller has found.</summary>
public sealed class EvaluationResultRepository(IDatabase database)
{
    private const string List = "evaluation_results";

    private const string StoreSql =
        """
        UPDATE evaluation_rows
        SET status = @Status, execution_id = @ExecutionId, score = @Score, checks = @Checks, output = @Output, error_code = @ErrorCode,
            error_text = @ErrorText, duration_ms = @DurationMs
        WHERE evaluation_id = @EvaluationId AND ordinal = @Ordinal AND status = 'pending'
            AND EXISTS (SELECT 1 FROM evaluations WHERE id = @EvaluationId AND status = 'running' AND attempt = @Attempt)
        """;

    private const string CountSql =
        """
        UPDATE evaluations
        SET done = done + 1, passed = passed + @PassedOnes, failed = failed + @FailedOnes, errors = errors + @ErrorOnes, score_sum = score_sum + @Score,
            input_tokens = input_tokens + @InputTokens, output_tokens = output_tokens + @OutputTokens, cost = cost + @KnownCost, unpriced = unpriced + @UnpricedOnes
        WHERE id = @EvaluationId
        """;

    /// <returns>False, and nothing stored, when the row has a result already, or the evaluation runs no more in this attempt.</returns>
    public Task<bool> StoreAsync(NewEvaluationResult result, CancellationToken cancellationToken)
    {
        var values = new DynamicParameters(result);
        values.AddDynamicParams(new
        {
            PassedOnes = result.Status == EvaluationResultStatus.Passed ? 1 : 0,
            FailedOnes = result.Status == EvaluationResultStatus.Failed ? 1 : 0,
            ErrorOnes = result.Status == EvaluationResultStatus.Error ? 1 : 0,
            KnownCost = result.Cost ?? 0,
            UnpricedOnes = result.Cost is null ? 1 : 0,
        });
        return database.WriteAsync(
            async (connection, token) =>
                await connection.ExecuteAsync(new CommandDefinition(StoreSql, values, cancellationToken: token)) == 1
                && await connection.ExecuteAsync(new CommandDefinition(CountSql, values, cancellationToken: token)) == 1,
            cancellationToken);
    }

    private const string PendingSql =
        $"""
        SELECT {EvaluationTable.ResultColumns} FROM evaluation_rows
        WHERE evaluation_id = @Id AND status = 'pending' AND ordinal > @After
        ORDER BY ordinal
        LIMIT @Take
        """;

    private const string AllSql =
        $"""
        SELECT {EvaluationTable.ResultColumns} FROM evaluation_rows
        WHERE evaluation_id = @Id AND status <> 'pending' AND ordinal > @After
        ORDER BY ordinal
        LIMIT @Take
        """;

    private const string PassedSql =
        $"""
        SELECT {EvaluationTable.ResultColumns} FROM evaluation_rows
        WHERE evaluation_id = @Id AND status = 'passed' AND ordinal > @After
        ORDER BY ordinal
        LIMIT @Take
        """;

    private const string NotPassedSql =
        $"""
        SELECT {EvaluationTable.ResultColumns} FROM evaluation_rows
        WHERE evaluation_id = @Id AND status IN ('failed', 'error') AND ordinal > @After
        ORDER BY ordinal
        LIMIT @Take
        """;

    /// <summary>Rows without a result, behind a place.</summary>
    public Task<List<EvaluationResultRow>> PendingAsync(Guid evaluationId, int after, int take, CancellationToken cancellationToken) =>
        ReadAsync(PendingSql, evaluationId, after, take, cancellationToken);

    /// <summary>Rows with a result, in the order of the dataset.</summary>
    /// <param name="passed">Null for all; false for those that failed and those that gave an error.</param>
    /// <exception cref="InvalidCursorException">The cursor is not one of this list.</exception>
    public async Task<Page<EvaluationResultRow>> ListAsync(Guid evaluationId, bool? passed, string? cursor, int limit, CancellationToken cancellationToken)
    {
        var sql = passed switch { true => PassedSql, false => NotPassedSql, null => AllSql };
        var rows = await ReadAsync(sql, evaluationId, OrdinalCursor.Read(cursor, List), limit + 1, cancellationToken);
        return Page<EvaluationResultRow>.Of(rows, limit, row => OrdinalCursor.Write(List, row.Ordinal));
    }

    private async Task<List<EvaluationResultRow>> ReadAsync(string sql, Guid evaluationId, int after, int take, CancellationToken cancellationToken)
    {
        var values = new { Id = evaluationId, After = after, Take = take };
        var rows = await database.ReadAsync(
            (connection, token) => connection.QueryAsync<EvaluationResultRow>(new CommandDefinition(sql, values, cancellationToken: token)), cancellationToken);
        return rows.AsList();
    }
}
