using Dapper;
using PromptLab.Data.Databases;

namespace PromptLab.Data.Evaluations;

/// <summary>How versions of templates did on a dataset.</summary>
public sealed class EvaluationScores(IDatabase database)
{
    internal const string LatestSql =
        $"""
        SELECT {EvaluationTable.Columns} FROM evaluations AS latest
        WHERE owner = @Owner AND dataset_id = @DatasetId AND status = 'completed' AND NOT EXISTS (
            SELECT 1 FROM evaluations AS later
            WHERE later.owner = latest.owner AND later.dataset_id = latest.dataset_id AND later.status = 'completed'
                AND later.template_id = latest.template_id AND later.version = latest.version AND later.provider = latest.provider
                AND later.model = latest.model AND (later.created_at, later.id) > (latest.created_at, latest.id))
        ORDER BY template_id, version, provider, model
        LIMIT @Most
        """;

    /// <summary>The latest completed evaluation of each version with each model.</summary>
    public async Task<IReadOnlyList<EvaluationRow>> LatestAsync(string owner, Guid datasetId, int most, CancellationToken cancellationToken)
    {
        var values = new { Owner = owner, DatasetId = datasetId, Most = most };
        var rows = await database.ReadAsync(
            (connection, token) => connection.QueryAsync<EvaluationRow>(new CommandDefinition(LatestSql, values, cancellationToken: token)), cancellationToken);
        return rows.AsList();
    }

    private const string LatestOfVersionSql =
        $"""
        SELECT {EvaluationTable.Columns} FROM evaluations
        WHERE owner = @Owner AND dataset_id = @DatasetId AND status = 'completed' AND template_id = @TemplateId AND version = @Version
            AND dataset_revision = @Revision
        ORDER BY created_at DESC, id DESC
        LIMIT 1
        """;

    /// <summary>The latest completed evaluation of a version on one revision of a dataset, with whichever model.</summary>
    public Task<EvaluationRow?> LatestAsync(string owner, Guid datasetId, int revision, Guid templateId, int version, CancellationToken cancellationToken)
    {
        var values = new { Owner = owner, DatasetId = datasetId, Revision = revision, TemplateId = templateId, Version = version };
        return database.ReadAsync(
            (connection, token) => connection.QuerySingleOrDefaultAsync<EvaluationRow>(new CommandDefinition(LatestOfVersionSql, values, cancellationToken: token)),
            cancellationToken);
    }
}
