using System.Data.Common;
using Dapper;

namespace PromptLab.Data.Pipelines;

/// <summary>The write unit that changes a pipeline: the row, its tags, and the templates that it uses.</summary>
internal sealed class PipelineUpdate(string owner, Guid id, int revision, PipelineChange change, DateTimeOffset now)
{
    private const string UpdateSql =
        $"""
        UPDATE pipelines
        SET name = @Name, name_key = @NameKey, description = @Description, tags = @Tags, definition = @Definition, sharing = @Sharing,
            revision = revision + 1, updated_at = @Now, updated_by = @Owner
        WHERE id = @Id AND owner = @Owner AND revision = @Revision AND deleted_at IS NULL
        RETURNING {PipelineTable.Columns}
        """;

    public async Task<PipelineStoring> RunAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        if (await connection.FindPipelineAsync(owner, id, cancellationToken) is not { } before)
            return new PipelineStoring.NotFound();
        if (revision != before.Revision)
            return new PipelineStoring.Stale(before.Revision);
        if (await connection.FindPipelineByNameAsync(owner, change.Name, cancellationToken) is { } namesake && namesake.Id != id)
            return new PipelineStoring.NameTaken();
        if (IsSame(before))
            return new PipelineStoring.Stored(before);
        var values = new
        {
            change.Name,
            NameKey = PipelineTable.NameKey(change.Name),
            change.Description,
            Tags = PipelineTable.TagsJson(change.Tags),
            change.Definition,
            Sharing = change.Sharing ?? before.Sharing,
            Now = now,
            Id = id,
            Owner = owner,
            Revision = revision,
        };
        if (await connection.QuerySingleOrDefaultAsync<PipelineRow>(new CommandDefinition(UpdateSql, values, cancellationToken: cancellationToken)) is not { } after)
            return new PipelineStoring.Stale(before.Revision + 1);
        await connection.ReplacePipelinePartsAsync(after, change, cancellationToken);
        return new PipelineStoring.Stored(after);
    }

    private bool IsSame(PipelineRow before) =>
        (before.Name, before.Description, before.Tags, before.Definition, before.Sharing)
        == (change.Name, change.Description, PipelineTable.TagsJson(change.Tags), change.Definition, change.Sharing ?? before.Sharing);
}
