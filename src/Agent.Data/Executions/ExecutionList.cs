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

    private readonly ExecutionSearch search = new(database);

    private const string Select = $"SELECT {ExecutionRepository.SummaryColumns} FROM executions WHERE owner = @Owner";

    // A filter that is open is an empty text: both databases know its type, which they would not of a null.
    private const string Rest =
        """
        AND (@Status = '' OR status = @Status) AND (@Provider = '' OR provider = @Provider) AND (@Model = '' OR model = @Model)
        AND (@Tag = '' OR EXISTS (
            SELECT 1 FROM template_tags
            WHERE template_tags.template_id = executions.template_id AND template_tags.owner = @Owner AND template_tags.tag = @Tag))
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
            return await search.FindAsync(values, take, cancellationToken);
        // Signs and emoji only: a question, but none that a text answers.
        if (!string.IsNullOrWhiteSpace(filter.Search))
            return [];
        var rows = await database.ReadAsync(
            (connection, token) => connection.QueryAsync<ExecutionSummaryRow>(new CommandDefinition(Sql(filter), values, cancellationToken: token)),
            cancellationToken);
        return rows.AsList();
    }

    internal static string Sql(ExecutionFilter filter) => filter switch
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
