using Dapper;
using PromptLab.Data.Databases;
using PromptLab.Data.Pipelines;
using PromptLab.Data.Templates;
using PromptLab.Data.Tests.Migrations;

namespace PromptLab.Data.Tests.Runs;

/// <summary>
/// A hundred thousand runs of the last ninety days with two steps each, there before they were indexed. Each says "summer"; one in a thousand
/// says "zebra" and is rare by its pipeline and its second step, one in ten thousand says "heron". The first
/// fifth has a template of its own.
/// </summary>
internal sealed record RunCrowd(PipelineRow Pipeline, PipelineRow RarePipeline, TemplateRow Template, TemplateRow RareTemplate, TemplateRow FirstTemplate)
{
    public const int Rows = 100_000;
    public const int Days = 90;

    private const string RunColumns =
        """
        INSERT INTO runs
            (id, owner, pipeline_id, pipeline_name, pipeline_revision, status, inputs, output, input_tokens, output_tokens, cost, duration_ms, attempt,
             node, created_at, created_by, finished_at)
        """;

    private const string RunValues =
        """
        @Owner, CASE WHEN n % 1000 = 5 THEN @RarePipeline ELSE @Pipeline END, 'Crowd', 1,
            CASE WHEN n % 100 = 7 THEN 'failed' WHEN n % 10000 = 3 THEN 'cancelled' ELSE 'completed' END,
            '{"text":"A summer day in town ' || (n % 500) || CASE WHEN n % 1000 = 5 THEN ' with a zebra' ELSE '' END
                || CASE WHEN n % 10000 = 6 THEN ' and a heron' ELSE '' END || '"}',
            'The sun was out.', 10, 20, 0.5, n, 1, 'crowd'
        """;

    private const string SqliteRuns =
        $$"""
        WITH RECURSIVE number(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < @Rows)
        {{RunColumns}}
        SELECT printf('%08x-0000-7000-8000-%012x', n, @Series), {{RunValues}}, @Start + n * @Step, @Owner, @Start
        FROM number
        ORDER BY n
        """;

    private const string PostgresRuns =
        $$"""
        {{RunColumns}}
        SELECT (lpad(to_hex(n), 8, '0') || '-0000-7000-8000-' || lpad(to_hex(@Series), 12, '0'))::uuid, {{RunValues}},
            @Start + n * @Step * interval '1 microsecond', @Owner, @Start
        FROM generate_series(1, @Rows) AS n
        """;

    private const string Steps =
        """
        INSERT INTO run_steps (run_id, attempt, ordinal, owner, name, kind, status, template_id, template_name, version, provider, model, ran_in)
        SELECT id, 1, 0, owner, 'one', 'template', 'completed', @Template, 'common', 1, 'offline',
            CASE WHEN duration_ms % 2 = 0 THEN 'even' ELSE 'odd' END, 1
        FROM runs WHERE owner = @Owner;

        INSERT INTO run_steps (run_id, attempt, ordinal, owner, name, kind, status, template_id, template_name, version, provider, model, ran_in)
        SELECT id, 1, 1, owner, 'two', 'template', 'completed', @RareTemplate, 'rare', 1, 'cloud', 'rare', 1
        FROM runs WHERE owner = @Owner AND pipeline_id = @RarePipeline;

        INSERT INTO run_steps (run_id, attempt, ordinal, owner, name, kind, status, template_id, template_name, version, provider, model, ran_in)
        SELECT id, 1, 1, owner, 'two', 'template', 'completed', @FirstTemplate, 'first', 1, 'offline', 'first', 1
        FROM runs WHERE owner = @Owner AND pipeline_id = @Pipeline AND created_at <= @End;
        """;

    public static async Task<RunCrowd> FillAsync(RunScene scene, IServiceProvider node)
    {
        var templates = scene.Executions.Templates;
        var crowd = new RunCrowd(
            await scene.PipelineAsync("Crowd", "crowd"), await scene.PipelineAsync("Rare", "crowd", "rare"), await templates.AddAsync("common"),
            await templates.AddAsync("rare"), await templates.AddAsync("first"));
        var start = scene.Executions.Clock.GetUtcNow() - TimeSpan.FromDays(Days);
        var values = new
        {
            Rows,
            scene.Owner,
            Series = Random.Shared.Next(),
            Start = start,
            Step = (long)(TimeSpan.FromDays(Days).TotalMicroseconds / Rows),
            End = start + (TimeSpan.FromDays(Days) / 5),
            Pipeline = crowd.Pipeline.Id,
            RarePipeline = crowd.RarePipeline.Id,
            Template = crowd.Template.Id,
            RareTemplate = crowd.RareTemplate.Id,
            FirstTemplate = crowd.FirstTemplate.Id,
        };
        await SearchUndoing.UndoAsync(scene.Database);
        foreach (var sql in new[] { scene.Database.Provider == DatabaseProvider.Sqlite ? SqliteRuns : PostgresRuns, Steps })
        {
            await scene.Database.WriteAsync(
                (connection, token) => connection.ExecuteAsync(new CommandDefinition(sql, values, commandTimeout: 300, cancellationToken: token)), default);
        }

        await SearchUndoing.RedoAsync(node);
        foreach (var table in new[] { "runs", "run_keys" })
            await scene.Database.WriteAsync((connection, token) => connection.ExecuteAsync($"ANALYZE {table}"), default);
        return crowd;
    }
}
