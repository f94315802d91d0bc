using System.Data.Common;
using Dapper;

namespace PromptLab.Data.Templates;

/// <summary>The write unit that changes a template: the row, its tags, and a version when the text is another one.</summary>
internal sealed class TemplateUpdate(string owner, Guid id, int? revision, TemplateChange change, DateTimeOffset now)
{
    private const string UpdateSql =
        $"""
        UPDATE templates
        SET name = @Name, name_key = @NameKey, description = @Description, tags = @Tags, sharing = @Sharing, version = @Version,
            revision = revision + 1, updated_at = @Now, updated_by = @Owner
        WHERE id = @Id AND owner = @Owner AND revision = @Revision AND deleted_at IS NULL
        RETURNING {TemplateTable.Columns}
        """;

    public async Task<TemplateStoring> RunAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        if (await connection.FindTemplateAsync(owner, id, cancellationToken) is not { } before)
            return new TemplateStoring.NotFound();
        if (revision is { } expected && expected != before.Revision)
            return new TemplateStoring.Stale(before.Revision);
        if (await connection.FindTemplateByNameAsync(owner, change.Name, cancellationToken) is { } namesake && namesake.Id != id)
            return new TemplateStoring.NameTaken();
        var newest = (await connection.FindTemplateVersionAsync(id, before.Version, cancellationToken))!;
        var text = change.Text is { } given && given.Hash != newest.Hash ? given : null;
        return text is null && IsSame(before)
            ? new TemplateStoring.Stored(before, newest, IsNewVersion: false)
            : await StoreAsync(connection, before, newest, text, cancellationToken);
    }

    private bool IsSame(TemplateRow before) =>
        (before.Name, before.Description, before.Tags, before.Sharing)
            == (change.Name, change.Description, TemplateTable.TagsJson(change.Tags), change.Sharing ?? before.Sharing);

    private async Task<TemplateStoring> StoreAsync(
        DbConnection connection, TemplateRow before, TemplateVersionRow newest, TemplateText? text, CancellationToken cancellationToken)
    {
        var values = new
        {
            change.Name,
            NameKey = TemplateTable.NameKey(change.Name),
            change.Description,
            Tags = TemplateTable.TagsJson(change.Tags),
            Sharing = change.Sharing ?? before.Sharing,
            Version = before.Version + (text is null ? 0 : 1),
            Now = now,
            Id = id,
            Owner = owner,
            before.Revision,
        };
        if (await connection.QuerySingleOrDefaultAsync<TemplateRow>(new CommandDefinition(UpdateSql, values, cancellationToken: cancellationToken)) is not { } after)
            return new TemplateStoring.Stale(before.Revision + 1);
        await connection.ReplaceTemplateTagsAsync(after, change.Tags, cancellationToken);
        return text is null
            ? new TemplateStoring.Stored(after, newest, IsNewVersion: false)
            : new TemplateStoring.Stored(after, await connection.InsertTemplateVersionAsync(after, text, now, cancellationToken), IsNewVersion: true);
    }
}
