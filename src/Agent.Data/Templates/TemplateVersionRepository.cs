using System.Globalization;
using Dapper;
using PromptLab.Data.Databases;
using PromptLab.Data.Paging;

namespace PromptLab.Data.Templates;

/// <summary>The versions of a template that the caller has found to be the owner's.</summary>
public sealed class TemplateVersionRepository(IDatabase database)
{
    private const string List = "template_versions";

    private const string ListSql =
        $"""
        SELECT {TemplateTable.VersionColumns} FROM template_versions
        WHERE template_id = @TemplateId AND number < @Before
        ORDER BY number DESC
        LIMIT @Take
        """;

    public Task<TemplateVersionRow?> FindAsync(Guid templateId, int number, CancellationToken cancellationToken) =>
        database.ReadAsync((connection, token) => connection.FindTemplateVersionAsync(templateId, number, token), cancellationToken);

    /// <summary>The newest first.</summary>
    /// <exception cref="InvalidCursorException">The cursor is not one of this list.</exception>
    public async Task<Page<TemplateVersionRow>> ListAsync(Guid templateId, string? cursor, int limit, CancellationToken cancellationToken)
    {
        var values = new { TemplateId = templateId, Before = Before(cursor), Take = limit + 1 };
        var rows = await database.ReadAsync(
            (connection, token) => connection.QueryAsync<TemplateVersionRow>(new CommandDefinition(ListSql, values, cancellationToken: token)),
            cancellationToken);
        return Page<TemplateVersionRow>.Of(
            rows.AsList(), limit, row => Cursor.Write(List, row.Number.ToString(CultureInfo.InvariantCulture)));
    }

    private static int Before(string? cursor) =>
        cursor is null ? int.MaxValue
        : int.TryParse(Cursor.Read(cursor, List, 1)[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : throw new InvalidCursorException();
}
