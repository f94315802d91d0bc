using Dapper;
using PromptLab.Data.Databases;

namespace PromptLab.Data.Pipelines;

/// <summary>Where a template is used.</summary>
public sealed class PipelineUses(IDatabase database)
{
    private const string OwnSql =
        """
        SELECT pipelines.id AS pipeline_id, pipelines.name AS pipeline_name, pipeline_templates.step_name, pipeline_templates.version, pipeline_templates.label
        FROM pipeline_templates JOIN pipelines ON pipelines.id = pipeline_templates.pipeline_id
        WHERE pipeline_templates.template_id = @TemplateId AND pipelines.owner = @Owner AND pipelines.deleted_at IS NULL
        ORDER BY pipelines.name_key, pipelines.id, pipeline_templates.ordinal
        """;

    /// <summary>The owner's pipelines, by name, one row per step.</summary>
    public async Task<IReadOnlyList<PipelineUseRow>> ReadAsync(string owner, Guid templateId, CancellationToken cancellationToken) =>
        (await database.ReadAsync(
            (connection, token) => connection.QueryAsync<PipelineUseRow>(
                new CommandDefinition(OwnSql, new { Owner = owner, TemplateId = templateId }, cancellationToken: token)),
            cancellationToken)).AsList();

    private const string OthersSql =
        """
        SELECT COUNT(DISTINCT pipelines.id)
        FROM pipeline_templates JOIN pipelines ON pipelines.id = pipeline_templates.pipeline_id
        WHERE pipeline_templates.template_id = @TemplateId AND pipelines.owner <> @Owner AND pipelines.deleted_at IS NULL
        """;

    /// <summary>How many pipelines of other people use it; which ones is theirs to know.</summary>
    public Task<int> CountOfOthersAsync(string owner, Guid templateId, CancellationToken cancellationToken) =>
        database.ReadAsync(
            (connection, token) => connection.ExecuteScalarAsync<int>(
                new CommandDefinition(OthersSql, new { Owner = owner, TemplateId = templateId }, cancellationToken: token)),
            cancellationToken);
}
