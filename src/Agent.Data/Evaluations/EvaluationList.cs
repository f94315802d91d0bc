using Dapper;
using PromptLab.Data.Databases;
using PromptLab.Data.Paging;

namespace PromptLab.Data.Evaluations;

/// <summary>Lists of an owner's evaluations, the newest first; each filter has an index in the order of the list.</summary>
public sealed class EvaluationList(IDatabase database)
{
    private const string List = "evaluations";

    private const string Select = $"SELECT {EvaluationTable.Columns} FROM evaluations WHERE owner = @Owner";

    private const string Rest =
        """
        AND (@TemplateId = @None OR template_id = @TemplateId) AND (@Version = 0 OR version = @Version) AND (@Status = '' OR status = @Status)
        AND (created_at, id) < (@At, @Id)
        ORDER BY created_at DESC, id DESC
        LIMIT @Take
        """;

    private const string AllSql = $"{Select} {Rest}";
    private const string DatasetSql = $"{Select} AND dataset_id = @DatasetId {Rest}";
    private const string TemplateSql = $"{Select} AND template_id = @TemplateId {Rest}";
    private const string VersionSql = $"{Select} AND template_id = @TemplateId AND version = @Version {Rest}";
    private const string StatusSql = $"{Select} AND status = @Status {Rest}";

    /// <exception cref="InvalidCursorException">The cursor is not one of this list.</exception>
    public async Task<Page<EvaluationRow>> ReadAsync(string owner, EvaluationFilter filter, string? cursor, int limit, CancellationToken cancellationToken)
    {
        var after = InstantCursor.Read(cursor, List);
        var values = new
        {
            Owner = owner,
            DatasetId = filter.DatasetId ?? Guid.Empty,
            TemplateId = filter.TemplateId ?? Guid.Empty,
            None = Guid.Empty,
            Version = filter.Version ?? 0,
            Status = filter.Status ?? "",
            after.At,
            after.Id,
            Take = limit + 1,
        };
        var rows = await database.ReadAsync(
            (connection, token) => connection.QueryAsync<EvaluationRow>(new CommandDefinition(Sql(filter), values, cancellationToken: token)), cancellationToken);
        return Page<EvaluationRow>.Of(rows.AsList(), limit, row => InstantCursor.Write(List, row.CreatedAt, row.Id));
    }

    internal static string Sql(EvaluationFilter filter) => filter switch
    {
        { DatasetId: not null } => DatasetSql,
        { TemplateId: not null, Version: not null } => VersionSql,
        { TemplateId: not null } => TemplateSql,
        { Status: not null } => StatusSql,
        _ => AllSql,
    };
}
