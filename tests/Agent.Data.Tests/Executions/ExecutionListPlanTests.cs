using Dapper;
using PromptLab.Data.Databases;
using PromptLab.Data.Executions;
using PromptLab.Data.Search;
using PromptLab.Data.Tests.Databases;
using PromptLab.Testing.Databases;
using PromptLab.Testing.Requirements;
using Xunit.Abstractions;

namespace PromptLab.Data.Tests.Executions;

/// <summary>Lists at a size at which a missing index shows.</summary>
public sealed class ExecutionListPlanTests(DatabaseFixture databases, ITestOutputHelper output) : IClassFixture<DatabaseFixture>
{
    private const int Rows = 100_000;

    private static readonly Guid Pipeline = Guid.CreateVersion7();

    // Ids rise with the row; one in a thousand is rare in each of the columns that lists filter by.
    private const string FillSqlite =
        """
        WITH RECURSIVE number(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < @Rows)
        INSERT INTO executions
            (id, owner, template_id, template_name, version, version_hash, status, requested_provider, provider, model, node, created_at, created_by,
             parameters, variables, prompt, output, pipeline_id, keys)
        SELECT printf('%08x-0000-7000-8000-000000000000', n), @Owner, @Template, 'one', 1 + n % 3, 'hash',
            CASE WHEN n % 1000 = 7 THEN 'failed' ELSE 'completed' END, 'offline', CASE WHEN n % 1000 = 8 THEN 'cloud' ELSE 'offline' END,
            CASE WHEN n % 1000 = 9 THEN 'rare' ELSE 'offline' END, 'node', @Start + n * 1000000, @Owner, '{}', '{}', 'prompt', 'output', CASE WHEN n % 1000 = 6 THEN @Pipeline END,
            CASE WHEN n % 1000 = 9 THEN @Mail || ' ' || @Rare ELSE @Mail END
        FROM number
        """;

    private const string FillPostgres =
        """
        INSERT INTO executions
            (id, owner, template_id, template_name, version, version_hash, status, requested_provider, provider, model, node, created_at, created_by,
             parameters, variables, prompt, output, pipeline_id, keys)
        SELECT (lpad(to_hex(n), 8, '0') || '-0000-7000-8000-000000000000')::uuid, @Owner, @Template, 'one', 1 + n % 3, 'hash',
            CASE WHEN n % 1000 = 7 THEN 'failed' ELSE 'completed' END, 'offline', CASE WHEN n % 1000 = 8 THEN 'cloud' ELSE 'offline' END,
            CASE WHEN n % 1000 = 9 THEN 'rare' ELSE 'offline' END, 'node', @Start + n * interval '1 second', @Owner, '{}', '{}', 'prompt', 'output', CASE WHEN n % 1000 = 6 THEN @Pipeline END,
            CASE WHEN n % 1000 = 9 THEN @Mail || ' ' || @Rare ELSE @Mail END
        FROM generate_series(1, @Rows) AS n
        """;

    private const string Tag =
        """
        INSERT INTO execution_tags (owner, tag, created_at, execution_id)
        SELECT owner, @Tag, created_at, id FROM executions WHERE owner = @Owner AND (@Tag = 'mail' OR model = 'rare')
        """;

    [Theory, OnSqlite, OnPostgres]
    public async Task Every_list_of_a_hundred_thousand_uses_an_index_and_is_quick(DatabaseProvider provider)
    {
        var scene = new ExecutionScene(await databases.OnAsync(provider));
        var template = await scene.Templates.AddAsync("one", tags: "mail");
        await scene.Database.WriteAsync(
            (connection, token) => connection.ExecuteAsync(new CommandDefinition(
                provider == DatabaseProvider.Sqlite ? FillSqlite : FillPostgres,
                new { Rows, scene.Owner, Template = template.Id, Pipeline, Mail = SearchKey.Tag("mail"), Rare = SearchKey.Tag("rare"), Start = Start(provider, scene.Clock.GetUtcNow()) }, commandTimeout: 120, cancellationToken: token)),
            default);
        await scene.Database.WriteAsync((connection, token) => connection.ExecuteAsync(Tag, new { scene.Owner, Tag = "mail" }), default);
        await scene.Database.WriteAsync((connection, token) => connection.ExecuteAsync(Tag, new { scene.Owner, Tag = "rare" }), default);
        await scene.Database.WriteAsync((connection, token) => connection.ExecuteAsync("ANALYZE executions"), default);
        await scene.Database.WriteAsync((connection, token) => connection.ExecuteAsync("ANALYZE execution_tags"), default);
        var list = new ExecutionList(scene.Database);

        foreach (var (name, filter) in Filters(template.Id, scene.Clock.GetUtcNow()))
        {
            (await list.ReadAsync(scene.Owner, filter, null, 50, default)).Data.Count.ShouldBe(name.StartsWith("no ", StringComparison.Ordinal) ? 0 : 50, name);
            await Quickness.ShouldBeQuickAsync($"{provider} {name}", () => list.ReadAsync(scene.Owner, filter, null, 50, default), output);
        }

        var page = await list.ReadAsync(scene.Owner, new(Status: "failed"), null, 50, default);
        (await list.ReadAsync(scene.Owner, new(Status: "failed"), page.Next, 50, default)).Data.Count.ShouldBe(50);
        foreach (var line in await PlansAsync(scene, template.Id))
        {
            output.WriteLine(line);
            line.ShouldNotContain("SCAN executions\n");
            line.ShouldNotContain("Seq Scan on executions");
            line.ShouldMatch("executions_by_|execution_tags|execution_words VIRTUAL TABLE INDEX");
        }
    }

    private static object Start(DatabaseProvider provider, DateTimeOffset now) =>
        provider == DatabaseProvider.Sqlite ? InstantHandler.ToMicroseconds(now) : now;

    private static IEnumerable<(string Name, ExecutionFilter Filter)> Filters(Guid template, DateTimeOffset start) =>
    [
        ("all", new()), ("template", new(template)), ("version", new(template, 2)), ("pipeline", new(PipelineId: Pipeline)), ("failed", new(Status: "failed")), ("provider", new(Provider: "cloud")),
        ("model", new(Model: "rare")), ("tag", new(Tag: "mail")), ("common status", new(Status: "completed")), ("period", new(From: start.AddHours(2), To: start.AddHours(3))),
        ("model and status", new(Model: "rare", Status: "completed")),
        ("rare tag", new(Tag: "rare")), ("no such tag", new(Tag: "none")), ("rare tag and status", new(Tag: "rare", Status: "completed")),
        ("template and tag", new(template, Tag: "mail")), ("template and failed", new(template, Status: "failed")), ("model and failed", new(Model: "offline", Status: "failed")),
        ("no running ones of a provider", new(Provider: "offline", Status: "running")), ("no cancelled ones of a version", new(template, 2, Status: "cancelled")),
        ("common provider and rare model", new(Provider: "offline", Model: "rare")), ("no rare provider of a rare model", new(Provider: "cloud", Model: "rare")),
        ("common model and rare provider", new(Provider: "cloud", Model: "offline")), ("template and rare model", new(template, Model: "rare")), ("template and pipeline", new(template, PipelineId: Pipeline)),
        ("pipeline, status and tag", new(Status: "completed", Tag: "mail", PipelineId: Pipeline)), ("no failed ones of a pipeline", new(Status: "failed", PipelineId: Pipeline)),
        ("frequent word of a rare tag", new(Tag: "rare", Search: "prompt")), ("frequent word of a pipeline", new(PipelineId: Pipeline, Search: "output")),
        ("with evaluations", new(WithEvaluations: true)), ("provider and rare model with evaluations", new(Provider: "offline", Model: "rare", WithEvaluations: true)),
    ];

    private static async Task<IReadOnlyList<string>> PlansAsync(ExecutionScene scene, Guid template)
    {
        var plans = new List<string>();
        foreach (var (name, filter) in Filters(template, scene.Clock.GetUtcNow()))
        {
            var values = new
            {
                scene.Owner,
                TemplateId = filter.TemplateId ?? Guid.Empty,
                Version = filter.Version ?? 0,
                PipelineId = filter.PipelineId ?? Guid.Empty,
                None = Guid.Empty,
                EvaluationId = Guid.Empty,
                WithEvaluations = false,
                Status = filter.Status ?? "",
                Provider = filter.Provider ?? "",
                Model = filter.Model ?? "",
                Tag = filter.Tag ?? "",
                From = filter.From ?? DateTimeOffset.UnixEpoch,
                At = filter.To ?? DateTimeOffset.MaxValue,
                To = DateTimeOffset.MaxValue,
                Words = ExecutionWords.Of(scene.Owner, filter, SearchWords.Of(filter.Search)),
                Times = SearchKey.Owner(scene.Owner),
                Id = Guid.AllBitsSet,
                Take = 51,
            };
            foreach (var sql in filter.Search is null && ExecutionList.Sql(filter) is { } single ? [single] : ExecutionSearch.Words.Texts(scene.Database.Provider))
                plans.Add($"{name}: " + await scene.Database.PlanAsync(sql, values));
        }

        return plans;
    }
}
