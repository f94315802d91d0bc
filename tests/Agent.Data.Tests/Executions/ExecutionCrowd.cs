using Dapper;
using PromptLab.Data.Databases;
using PromptLab.Data.Templates;
using PromptLab.Data.Tests.Migrations;

namespace PromptLab.Data.Tests.Executions;

/// <summary>A hundred thousand executions of the last ninety days, there before they were counted and indexed: ten templates of three versions on three models.
/// Each says "summer"; one in a thousand says "zebra", and one in ten thousand "heron".</summary>
internal static class ExecutionCrowd
{
    public const int Rows = 100_000;
    public const int Days = 90;

    private const string Columns =
        """
        INSERT INTO executions
            (id, owner, template_id, template_name, version, version_hash, status, requested_provider, provider, model, node, created_at,
             created_by, finished_at, parameters, variables, prompt, output, input_tokens, output_tokens, cost, duration_ms)
        """;

    private const string SqliteSql =
        $$"""
        WITH RECURSIVE number(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < @Rows)
        {{Columns}}
        SELECT printf('%08x-0000-7000-8000-%012x', n, @Series), @Owner, id, name, 1 + n % 3, 'hash', CASE WHEN n % 100 = 7 THEN 'failed' ELSE 'completed' END, 'offline', 'offline',
            'model-' || (n / 30 % 3), 'crowd', @Start + n * @Step, @Owner, @Start, '{}', '{"month":"june"}',
            'Write about a summer day in town ' || (n % 500) || CASE WHEN n % 1000 = 5 THEN ' with a zebra' ELSE '' END || CASE WHEN n % 10000 = 6 THEN ' and a heron' ELSE '' END,
            'The sun was out.', 10, 20, 0.5, 100
        FROM number JOIN (SELECT id, name, ROW_NUMBER() OVER (ORDER BY id) AS place FROM templates WHERE owner = @Owner) ON place = 1 + n % 10
        ORDER BY n
        """;

    private const string PostgresSql =
        $$"""
        {{Columns}}
        SELECT (lpad(to_hex(n), 8, '0') || '-0000-7000-8000-' || lpad(to_hex(@Series), 12, '0'))::uuid, @Owner, id, name, 1 + n % 3, 'hash', CASE WHEN n % 100 = 7 THEN 'failed' ELSE 'completed' END, 'offline', 'offline',
            'model-' || (n / 30 % 3), 'crowd', @Start + n * @Step * interval '1 microsecond', @Owner, @Start, '{}', '{"month":"june"}',
            'Write about a summer day in town ' || (n % 500) || CASE WHEN n % 1000 = 5 THEN ' with a zebra' ELSE '' END || CASE WHEN n % 10000 = 6 THEN ' and a heron' ELSE '' END,
            'The sun was out.', 10, 20, 0.5, 100
        FROM generate_series(1, @Rows) AS n
        JOIN (SELECT id, name, ROW_NUMBER() OVER (ORDER BY id) AS place FROM templates WHERE owner = @Owner) AS t ON place = 1 + n % 10
        """;

    public static async Task<TemplateRow> FillAsync(ExecutionScene scene, IServiceProvider node)
    {
        var template = await scene.Templates.AddAsync("crowd 0");
        foreach (var number in Enumerable.Range(1, 9))
            await scene.Templates.AddAsync($"crowd {number}");
        var provider = scene.Database.Provider;
        var start = scene.Clock.GetUtcNow() - TimeSpan.FromDays(Days);
        var values = new
        {
            Rows,
            scene.Owner,
            Series = Random.Shared.Next(),
            Start = start,
            Step = (long)(TimeSpan.FromDays(Days).TotalMicroseconds / Rows),
        };
        var sql = provider == DatabaseProvider.Sqlite ? SqliteSql : PostgresSql;
        await SearchUndoing.UndoAsync(scene.Database);
        await scene.Database.WriteAsync(
            (connection, token) => connection.ExecuteAsync(new CommandDefinition(sql, values, commandTimeout: 300, cancellationToken: token)), default);
        await SearchUndoing.RedoAsync(node);
        await scene.Database.WriteAsync((connection, token) => connection.ExecuteAsync("ANALYZE executions"), default);
        return template;
    }
}
