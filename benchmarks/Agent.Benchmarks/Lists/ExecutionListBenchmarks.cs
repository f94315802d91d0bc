using BenchmarkDotNet.Attributes;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using PromptLab.Data.Databases;
using PromptLab.Data.Executions;
using PromptLab.Data.Paging;
using PromptLab.Data.Templates;
using PromptLab.Testing.Databases;
using PromptLab.Testing.Requirements;

namespace PromptLab.Benchmarks.Lists;

/// <summary>The first page of a list of 100,000 executions; one in a thousand is rare in its model and says "zebra".</summary>
public class ExecutionListBenchmarks
{
    private const string Owner = "benchmark";
    private const int Rows = 100_000;

    private const string Columns =
        """
        INSERT INTO executions
            (id, owner, template_id, template_name, version, version_hash, status, requested_provider, provider, model, node, created_at, created_by,
             finished_at, parameters, variables, prompt, output)
        """;

    private const string Values =
        """
        @Owner, @Template, 'Digest', 1 + n % 3, 'hash', CASE WHEN n % 100 = 7 THEN 'failed' ELSE 'completed' END, 'offline', 'offline',
            CASE WHEN n % 1000 = 9 THEN 'rare' ELSE 'common' END
        """;

    private const string Texts =
        """
        '{}', '{}', 'A summer day in town ' || (n % 500) || CASE WHEN n % 1000 = 5 THEN ' with a zebra' ELSE '' END, 'The sun was out.'
        """;

    private const string SqliteSql =
        $"""
        WITH RECURSIVE number(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < @Rows)
        {Columns}
        SELECT printf('%08x-0000-7000-8000-000000000000', n), {Values}, 'node', @Start + n * 60000000, @Owner, @Start, {Texts} FROM number
        """;

    private const string PostgresSql =
        $"""
        {Columns}
        SELECT (lpad(to_hex(n), 8, '0') || '-0000-7000-8000-000000000000')::uuid, {Values}, 'node', @Start + n * interval '1 minute', @Owner, @Start, {Texts}
        FROM generate_series(1, @Rows) AS n
        """;

    private static readonly DateTimeOffset Start = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly Dictionary<string, ExecutionFilter> Filters = new()
    {
        ["all"] = new(),
        ["rare model"] = new(Model: "rare"),
        ["rare model and status"] = new(Status: ExecutionStatus.Completed, Model: "rare"),
        ["frequent word"] = new(Search: "summer"),
        ["rare word"] = new(Search: "zebra"),
        ["no such word"] = new(Search: "elephant"),
    };

    private FreshDatabase database = null!;
    private ServiceProvider node = null!;
    private ExecutionList list = null!;

    /// <summary>PostgreSQL where there is one to be used.</summary>
    public static IEnumerable<DatabaseProvider> Databases =>
        TestRequirement.Postgres is not null ? [DatabaseProvider.Sqlite, DatabaseProvider.PostgreSql] : [DatabaseProvider.Sqlite];

    public static IEnumerable<string> Names => Filters.Keys;

    [ParamsSource(nameof(Databases))]
    public DatabaseProvider Database { get; set; }

    [ParamsSource(nameof(Names))]
    public string Filter { get; set; } = "";

    [GlobalSetup]
    public void Setup() => SetupAsync().GetAwaiter().GetResult();

    [GlobalCleanup]
    public void Cleanup() => CleanupAsync().GetAwaiter().GetResult();

    [Benchmark]
    public Task<Page<ExecutionSummaryRow>> First_page() => list.ReadAsync(Owner, Filters[Filter], null, 50, CancellationToken.None);

    private async Task SetupAsync()
    {
        database = await FreshDatabase.CreateAsync(Database);
        node = await database.OpenMigratedNodeAsync();
        var store = node.GetRequiredService<IDatabase>();
        var template = await new TemplateRepository(store, TimeProvider.System).CreateAsync(
            Owner, new("Digest", "", [], new(null, "Hi", "[]", "{}", "hash", "")), CancellationToken.None);
        var values = new { Rows, Owner, Template = ((TemplateStoring.Stored)template).Template.Id, Start };
        await store.WriteAsync(
            (connection, token) => connection.ExecuteAsync(
                new CommandDefinition(Database == DatabaseProvider.Sqlite ? SqliteSql : PostgresSql, values, commandTimeout: 600, cancellationToken: token)),
            CancellationToken.None);
        await store.WriteAsync((connection, _) => connection.ExecuteAsync("ANALYZE executions"), CancellationToken.None);
        list = new ExecutionList(store);
        if ((await First_page()).Data.Count != (Filter == "no such word" ? 0 : 50))
        {
            throw new InvalidOperationException("The list does not show what it should.");
        }
    }

    private async Task CleanupAsync()
    {
        await node.DisposeAsync();
        await database.DisposeAsync();
    }
}
