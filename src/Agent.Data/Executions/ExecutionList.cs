using Dapper;
using PromptLab.Data.Databases;
using PromptLab.Data.Paging;
using PromptLab.Data.Search;

namespace PromptLab.Data.Executions;

/// <summary>
/// Lists of an owner's executions, the newest first. A filter alone has an index in the order of the list; several at once, and words, are looked up
/// in the full-text index, which has them all.
/// </summary>
public sealed class ExecutionList(IDatabase database)
{
    private const string List = "executions";

    private const string Select = $"SELECT {ExecutionRepository.SummaryColumns} FROM executions WHERE owner = @Owner";

    private const string Rest =
        """
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
    private const string ByHandTemplateStatusSql = $"{ByHand} AND template_id = @TemplateId AND status = @Status {Rest}";
    private const string AllSql = $"{Select} {Rest}";
    private const string EvaluationSql = $"{Select} AND evaluation_id = @EvaluationId {Rest}";
    private const string TemplateSql = $"{Select} AND template_id = @TemplateId {Rest}";
    private const string VersionSql = $"{Select} AND template_id = @TemplateId AND version = @Version {Rest}";
    private const string PipelineSql = $"{Select} AND pipeline_id = @PipelineId {Rest}";
    private const string ModelSql = $"{Select} AND model = @Model {Rest}";
    private const string ProviderSql = $"{Select} AND provider = @Provider {Rest}";
    private const string StatusSql = $"{Select} AND status = @Status {Rest}";

    // Tags have a table in the order of the list; the rows beside it are looked up one by one until there are enough.
    private const string TagSql =
        $"""
        SELECT {ExecutionRepository.SummaryColumns}
        FROM (
            SELECT execution_id, created_at AS tagged_at FROM execution_tags
            WHERE owner = @Owner AND tag = @Tag AND created_at >= @From AND (created_at, execution_id) < (@At, @Id)) AS tagged
        CROSS JOIN executions
        WHERE executions.id = execution_id AND (@WithEvaluations OR evaluation_id IS NULL)
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
        var words = SearchWords.Of(filter.Search);
        // Signs and emoji only: a question, but none that a text answers.
        if (words.Count == 0 && !string.IsNullOrWhiteSpace(filter.Search))
            return new([], null);
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
            Words = ExecutionWords.Of(owner, filter, words),
            Take = limit + 1,
        };
        var rows = words.Count == 0 && Sql(filter) is { } sql
            ? (await database.ReadAsync(
                (connection, token) => connection.QueryAsync<ExecutionSummaryRow>(new CommandDefinition(sql, values, cancellationToken: token)),
                cancellationToken)).AsList()
            : await ExecutionSearch.Words.FindAsync<ExecutionSummaryRow>(database, owner, values, values.From, values.Take, cancellationToken);
        return Page<ExecutionSummaryRow>.Of(rows, limit, row => InstantCursor.Write(List, row.CreatedAt, row.Id));
    }

    /// <returns>Null where no index in the order of the list has all of it.</returns>
    internal static string? Sql(ExecutionFilter filter) => (ExecutionWords.Conditions(filter).Count(), filter) switch
    {
        (0, { WithEvaluations: false }) => ByHandSql,
        (0, _) => AllSql,
        (1, { EvaluationId: not null }) => EvaluationSql,
        (1, { PipelineId: not null }) => PipelineSql,
        (1, { Tag: not null }) => TagSql,
        (1, { WithEvaluations: false }) => ByHandOneSql(filter),
        (1, _) => OneSql(filter),
        (2, { TemplateId: not null, Version: not null }) => filter.WithEvaluations ? VersionSql : ByHandVersionSql,
        (2, { TemplateId: not null, Status: not null, WithEvaluations: false }) => ByHandTemplateStatusSql,
        _ => null,
    };

    private static string? ByHandOneSql(ExecutionFilter filter) => filter switch
    {
        { TemplateId: not null } => ByHandTemplateSql,
        { Model: not null } => ByHandModelSql,
        { Provider: not null } => ByHandProviderSql,
        { Status: not null } => ByHandStatusSql,
        _ => null,
    };

    private static string? OneSql(ExecutionFilter filter) => filter switch
    {
        { TemplateId: not null } => TemplateSql,
        { Model: not null } => ModelSql,
        { Provider: not null } => ProviderSql,
        { Status: not null } => StatusSql,
        _ => null,
    };
}
