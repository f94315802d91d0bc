using Dapper;
using PromptLab.Data.Databases;
using PromptLab.Data.Paging;

namespace PromptLab.Data.Executions;

/// <summary>
/// Lists of an owner's executions, the newest first. Each filter has an index in the order of the list; of several filters the one that
/// leaves the fewest rows as a rule is looked up and the others are checked on what it finds.
/// </summary>
public sealed class ExecutionList(IDatabase database)
{
    private const string List = "executions";

    private const string Select = $"SELECT {ExecutionRepository.SummaryColumns} FROM executions WHERE owner = @Owner";

    // A filter that is open is an empty text: both databases know its type, which they would not of a null. Tags are counted (there is one or
    // none), as PostgreSQL would read all of a tag's rows for an EXISTS.
    private const string Rest =
        """
        AND (@Status = '' OR status = @Status) AND (@Provider = '' OR provider = @Provider) AND (@Model = '' OR model = @Model)
        AND (@Tag = '' OR 1 = (
            SELECT COUNT(*) FROM execution_tags
            WHERE execution_tags.owner = @Owner AND execution_tags.tag = @Tag AND execution_tags.created_at = executions.created_at
                AND execution_tags.execution_id = executions.id))
        AND (@PipelineId = @None OR pipeline_id = @PipelineId)
        AND created_at >= @From AND (created_at, id) < (@At, @Id)
        ORDER BY created_at DESC, id DESC
        LIMIT @Take
        """;

    // What is left out as a rule has its own indexes, which hold nothing else.
    private const string ByHand = $"{Select} AND evaluation_id IS NULL";

    private const string ByHandSql = $"{ByHand} {Rest}";
    private const string ByHandTemplateSql = $"{ByHand} AND template_id = @TemplateId {Rest}";
    private const string ByHandVersionSql = $"{ByHand} AND template_id = @TemplateId AND version = @Version {Rest}";
    private const string ByHandModelSql = $"{ByHand} AND model = @Model {Rest}";
    private const string ByHandProviderSql = $"{ByHand} AND provider = @Provider {Rest}";
    private const string ByHandStatusSql = $"{ByHand} AND status = @Status {Rest}";
    private const string AllSql = $"{Select} {Rest}";
    private const string EvaluationSql = $"{Select} AND evaluation_id = @EvaluationId {Rest}";
    private const string TemplateSql = $"{Select} AND template_id = @TemplateId {Rest}";
    private const string VersionSql = $"{Select} AND template_id = @TemplateId AND version = @Version {Rest}";
    private const string PipelineSql = $"{Select} AND pipeline_id = @PipelineId {Rest}";
    private const string ModelSql = $"{Select} AND model = @Model {Rest}";
    private const string ProviderSql = $"{Select} AND provider = @Provider {Rest}";
    private const string StatusSql = $"{Select} AND status = @Status {Rest}";

    private const string ByHandTemplateStatusSql =
        $"{ByHand} AND template_id = @TemplateId AND status = @Status AND (@Version = 0 OR version = @Version) {Rest}";

    // Tags have a table in the order of the list; the rows beside it are looked up one by one until there are enough.
    private const string TagSql =
        $"""
        SELECT {ExecutionRepository.SummaryColumns}
        FROM (
            SELECT execution_id, created_at AS tagged_at FROM execution_tags
            WHERE owner = @Owner AND tag = @Tag AND created_at >= @From AND (created_at, execution_id) < (@At, @Id)) AS tagged
        CROSS JOIN executions
        WHERE executions.id = execution_id AND (@Status = '' OR status = @Status) AND (@Provider = '' OR provider = @Provider)
            AND (@Model = '' OR model = @Model) AND (@WithEvaluations OR evaluation_id IS NULL)
        ORDER BY tagged_at DESC, execution_id DESC
        LIMIT @Take
        """;

    /// <exception cref="InvalidCursorException">The cursor is not one of this list.</exception>
    public async Task<Page<ExecutionSummaryRow>> ReadAsync(
        string owner, ExecutionFilter filter, string? cursor, int limit, CancellationToken cancellationToken)
    {
        var after = InstantCursor.Read(cursor, List);
        if (filter.To is { } to && to < after.At)
            after = new InstantCursor(to, Guid.Empty);
        var values = new
        {
            Owner = owner,
            TemplateId = filter.TemplateId ?? Guid.Empty,
            Version = filter.Version ?? 0,
            PipelineId = filter.PipelineId ?? Guid.Empty,
            EvaluationId = filter.EvaluationId ?? Guid.Empty,
            filter.WithEvaluations,
            None = Guid.Empty,
            Status = filter.Status ?? "",
            Provider = filter.Provider ?? "",
            Model = filter.Model ?? "",
            Tag = filter.Tag ?? "",
            From = filter.From ?? DateTimeOffset.UnixEpoch,
            after.At,
            after.Id,
            To = filter.To ?? DateTimeOffset.MaxValue,
            Words = ExecutionWords.Of(owner, filter),
            Take = limit + 1,
        };
        var rows = await FindAsync(filter, values.Words, values, values.Take, cancellationToken);
        return Page<ExecutionSummaryRow>.Of(rows, limit, row => InstantCursor.Write(List, row.CreatedAt, row.Id));
    }

    private async Task<List<ExecutionSummaryRow>> FindAsync(
        ExecutionFilter filter, string words, object values, int take, CancellationToken cancellationToken)
    {
        if (words.Length > 0)
            return await ExecutionSearch.Words.FindAsync<ExecutionSummaryRow>(database, values, take, cancellationToken);
        // Signs and emoji only: a question, but none that a text answers.
        if (!string.IsNullOrWhiteSpace(filter.Search))
            return [];
        var rows = await database.ReadAsync(
            (connection, token) => connection.QueryAsync<ExecutionSummaryRow>(new CommandDefinition(Driven(filter), values, cancellationToken: token)),
            cancellationToken);
        return rows.AsList();
    }

    /// <summary>Starts from what leaves the fewest rows as a rule: most executions are completed, so any other status is rare.</summary>
    internal static string Driven(ExecutionFilter filter) => filter switch
    {
        { EvaluationId: not null } => Sql(filter),
        { TemplateId: not null, Status: not null, WithEvaluations: false } => ByHandTemplateStatusSql,
        { TemplateId: null, PipelineId: null, Tag: not null } => TagSql,
        { TemplateId: null, PipelineId: null, Status: not (null or ExecutionStatus.Completed) } => Sql(filter with { Model = null, Provider = null }),
        _ => Sql(filter),
    };

    private static string Sql(ExecutionFilter filter) => filter switch
    {
        { EvaluationId: not null } => EvaluationSql,
        { TemplateId: null, PipelineId: not null } => PipelineSql,
        { WithEvaluations: true } => WithEvaluations(filter),
        { TemplateId: not null, Version: not null } => ByHandVersionSql,
        { TemplateId: not null } => ByHandTemplateSql,
        { Model: not null } => ByHandModelSql,
        { Provider: not null } => ByHandProviderSql,
        { Status: not null } => ByHandStatusSql,
        _ => ByHandSql,
    };

    private static string WithEvaluations(ExecutionFilter filter) => filter switch
    {
        { TemplateId: not null, Version: not null } => VersionSql,
        { TemplateId: not null } => TemplateSql,
        { Model: not null } => ModelSql,
        { Provider: not null } => ProviderSql,
        { Status: not null } => StatusSql,
        _ => AllSql,
    };
}
