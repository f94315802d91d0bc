using System.Data.Common;
using Dapper;

namespace PromptLab.Data.Evaluations;

/// <summary>The write unit that begins an evaluation: the row, and a copy of the dataset's rows, so that later changes of them do not reach it.</summary>
internal sealed class EvaluationBeginning(NewEvaluation evaluation, DateTimeOffset now)
{
    // Whoever changes the rows of a dataset changes its own row first: touching it keeps them away until everything is copied.
    private const string HoldSql =
        """
        UPDATE datasets SET revision = revision
        WHERE id = @DatasetId AND deleted_at IS NULL AND row_count > 0 AND evaluators <> '[]' AND (owner = @Owner OR sharing = 'team')
        """;

    private const string InsertSql =
        $"""
        INSERT INTO evaluations
            (id, owner, dataset_id, dataset_name, dataset_revision, template_id, template_name, version, version_hash, label, provider, model, requested_model,
             fallback, parameters, parallelism, evaluators, threshold, status, total, attempt, node, running_until, created_at, created_by)
        SELECT @Id, @Owner, id, name, revision, @TemplateId, @TemplateName, @Version, @VersionHash, @Label, @Provider, @Model, @RequestedModel,
            @Fallback, @Parameters, @Parallelism, evaluators, threshold, 'running', row_count, 1, @Node, @Until, @Now, @Owner
        FROM datasets WHERE id = @DatasetId
        RETURNING {EvaluationTable.Columns}
        """;

    private const string CopySql =
        """
        INSERT INTO evaluation_rows (evaluation_id, ordinal, row_id, owner, variables, expected, status)
        SELECT @Id, ordinal, id, @Owner, variables, expected, 'pending' FROM dataset_rows WHERE dataset_id = @DatasetId
        """;

    /// <summary>Null when the dataset is not found, or has no rows or no evaluators.</summary>
    public async Task<EvaluationRow?> RunAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        var values = new DynamicParameters(evaluation);
        values.AddDynamicParams(new { Now = now, Until = now + evaluation.Lease });
        if (await connection.ExecuteAsync(new CommandDefinition(HoldSql, values, cancellationToken: cancellationToken)) != 1)
            return null;
        var row = await connection.QuerySingleAsync<EvaluationRow>(new CommandDefinition(InsertSql, values, cancellationToken: cancellationToken));
        await connection.ExecuteAsync(new CommandDefinition(CopySql, values, cancellationToken: cancellationToken));
        return row;
    }
}
