using System.Data.Common;
using System.Text.Json;
using Dapper;

namespace PromptLab.Data.Pipelines;

/// <summary>The tables of pipelines, for the units that write several rows at once.</summary>
internal static class PipelineTable
{
    public const string Columns =
        "id, owner, name, description, tags, definition, sharing, revision, created_at, created_by, updated_at, updated_by, deleted_at";

    private const string FindSql = $"SELECT {Columns} FROM pipelines WHERE id = @Id AND owner = @Owner AND deleted_at IS NULL";

    public static Task<PipelineRow?> FindPipelineAsync(
        this DbConnection connection, string owner, Guid id, CancellationToken cancellationToken) =>
        connection.QuerySingleOrDefaultAsync<PipelineRow>(
            new CommandDefinition(FindSql, new { Owner = owner, Id = id }, cancellationToken: cancellationToken));

    private const string FindByNameSql =
        $"SELECT {Columns} FROM pipelines WHERE owner = @Owner AND name_key = @NameKey AND deleted_at IS NULL";

    public static Task<PipelineRow?> FindPipelineByNameAsync(
        this DbConnection connection, string owner, string name, CancellationToken cancellationToken) =>
        connection.QuerySingleOrDefaultAsync<PipelineRow>(
            new CommandDefinition(FindByNameSql, new { Owner = owner, NameKey = NameKey(name) }, cancellationToken: cancellationToken));

    private const string ForgetTagsSql = "DELETE FROM pipeline_tags WHERE pipeline_id = @PipelineId";

    private const string InsertTagSql = "INSERT INTO pipeline_tags (pipeline_id, owner, tag) VALUES (@PipelineId, @Owner, @Tag)";

    private const string ForgetReferencesSql = "DELETE FROM pipeline_templates WHERE pipeline_id = @PipelineId";

    private const string InsertReferenceSql =
        """
        INSERT INTO pipeline_templates (pipeline_id, ordinal, owner, step_name, template_id, version, label)
        VALUES (@PipelineId, @Ordinal, @Owner, @StepName, @TemplateId, @Version, @Label)
        """;

    /// <summary>Its tags and the templates that it uses, in place of those before.</summary>
    public static async Task ReplacePipelinePartsAsync(
        this DbConnection connection, PipelineRow pipeline, PipelineChange change, CancellationToken cancellationToken)
    {
        var key = new { PipelineId = pipeline.Id };
        await connection.ExecuteAsync(new CommandDefinition(ForgetTagsSql, key, cancellationToken: cancellationToken));
        await connection.ExecuteAsync(new CommandDefinition(ForgetReferencesSql, key, cancellationToken: cancellationToken));
        var tags = change.Tags.Select(tag => new { PipelineId = pipeline.Id, pipeline.Owner, Tag = tag });
        await connection.ExecuteAsync(new CommandDefinition(InsertTagSql, tags, cancellationToken: cancellationToken));
        var references = change.References.Select((reference, index) => new
        {
            PipelineId = pipeline.Id,
            Ordinal = index,
            pipeline.Owner,
            reference.StepName,
            reference.TemplateId,
            reference.Version,
            reference.Label,
        });
        await connection.ExecuteAsync(new CommandDefinition(InsertReferenceSql, references, cancellationToken: cancellationToken));
    }

    /// <summary>Names that differ in nothing but case are the same.</summary>
    public static string NameKey(string name) => name.ToLowerInvariant();

    public static string TagsJson(IReadOnlyList<string> tags) => JsonSerializer.Serialize(tags);
}
