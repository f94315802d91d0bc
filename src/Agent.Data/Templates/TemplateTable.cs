using System.Data.Common;
using System.Text.Json;
using Dapper;

namespace PromptLab.Data.Templates;

/// <summary>The tables of templates, for the units that write several rows at once.</summary>
internal static class TemplateTable
{
    public const string Columns =
        "id, owner, name, description, tags, labels, sharing, version, revision, created_at, created_by, updated_at, updated_by, deleted_at";

    public const string VersionColumns =
        "template_id, number, system_prompt, content, inputs, parameters, hash, message, created_at, created_by";

    private const string FindSql = $"SELECT {Columns} FROM templates WHERE id = @Id AND owner = @Owner AND deleted_at IS NULL";

    public static Task<TemplateRow?> FindTemplateAsync(
        this DbConnection connection, string owner, Guid id, CancellationToken cancellationToken) =>
        connection.QuerySingleOrDefaultAsync<TemplateRow>(
            new CommandDefinition(FindSql, new { Owner = owner, Id = id }, cancellationToken: cancellationToken));

    private const string FindByNameSql =
        $"SELECT {Columns} FROM templates WHERE owner = @Owner AND name_key = @NameKey AND deleted_at IS NULL";

    public static Task<TemplateRow?> FindTemplateByNameAsync(
        this DbConnection connection, string owner, string name, CancellationToken cancellationToken) =>
        connection.QuerySingleOrDefaultAsync<TemplateRow>(
            new CommandDefinition(FindByNameSql, new { Owner = owner, NameKey = NameKey(name) }, cancellationToken: cancellationToken));

    private const string FindVersionSql =
        $"SELECT {VersionColumns} FROM template_versions WHERE template_id = @TemplateId AND number = @Number";

    public static Task<TemplateVersionRow?> FindTemplateVersionAsync(
        this DbConnection connection, Guid templateId, int number, CancellationToken cancellationToken) =>
        connection.QuerySingleOrDefaultAsync<TemplateVersionRow>(
            new CommandDefinition(FindVersionSql, new { TemplateId = templateId, Number = number }, cancellationToken: cancellationToken));

    private const string InsertVersionSql =
        $"""
        INSERT INTO template_versions ({VersionColumns}, owner)
        VALUES (@TemplateId, @Number, @SystemPrompt, @Content, @Inputs, @Parameters, @Hash, @Message, @Now, @Owner, @Owner)
        RETURNING {VersionColumns}
        """;

    public static Task<TemplateVersionRow> InsertTemplateVersionAsync(
        this DbConnection connection, TemplateRow template, TemplateText text, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var values = new
        {
            TemplateId = template.Id,
            Number = template.Version,
            text.SystemPrompt,
            text.Content,
            text.Inputs,
            text.Parameters,
            text.Hash,
            text.Message,
            Now = now,
            template.Owner,
        };
        return connection.QuerySingleAsync<TemplateVersionRow>(new CommandDefinition(InsertVersionSql, values, cancellationToken: cancellationToken));
    }

    private const string ForgetTagsSql = "DELETE FROM template_tags WHERE template_id = @TemplateId";

    private const string InsertTagSql = "INSERT INTO template_tags (template_id, owner, tag) VALUES (@TemplateId, @Owner, @Tag)";

    public static async Task ReplaceTemplateTagsAsync(
        this DbConnection connection, TemplateRow template, IReadOnlyList<string> tags, CancellationToken cancellationToken)
    {
        await connection.ExecuteAsync(new CommandDefinition(ForgetTagsSql, new { TemplateId = template.Id }, cancellationToken: cancellationToken));
        foreach (var tag in tags)
        {
            var values = new { TemplateId = template.Id, template.Owner, Tag = tag };
            await connection.ExecuteAsync(new CommandDefinition(InsertTagSql, values, cancellationToken: cancellationToken));
        }
    }

    /// <summary>Names that differ in nothing but case are the same.</summary>
    public static string NameKey(string name) => name.ToLowerInvariant();

    public static string TagsJson(IReadOnlyList<string> tags) => JsonSerializer.Serialize(tags);
}
