using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.DependencyInjection;
using PromptLab.Data.Databases;
using PromptLab.Data.Turns;
using PromptLab.Testing.Databases;
using PromptLab.Testing.Requirements;

namespace PromptLab.Benchmarks.Turns;

/// <summary>What a turn costs to store, from the user's message to the outcome: a new conversation, 12 events, the answer.</summary>
public class TurnStorageBenchmarks
{
    private const int Together = 64;

    private static readonly StoredEvent[] Events = [.. Enumerable.Range(1, 12).Select(i => new StoredEvent(i, $$"""{"type":"TEXT_MESSAGE_CONTENT","delta":"{{new string('x', 200)}}"}"""))];
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    private FreshDatabase database = null!;
    private ServiceProvider node = null!;
    private TurnRepository turns = null!;

    /// <summary>PostgreSQL where there is one to be used.</summary>
    public static IEnumerable<DatabaseProvider> Databases =>
        TestRequirement.Postgres is not null ? [DatabaseProvider.Sqlite, DatabaseProvider.PostgreSql] : [DatabaseProvider.Sqlite];

    [ParamsSource(nameof(Databases))]
    public DatabaseProvider Database { get; set; }

    [GlobalSetup]
    public void Setup() => SetupAsync().GetAwaiter().GetResult();

    private async Task SetupAsync()
    {
        database = await FreshDatabase.CreateAsync(Database);
        node = await database.OpenMigratedNodeAsync();
        turns = node.GetRequiredService<TurnRepository>();
    }

    [GlobalCleanup]
    public void Cleanup() => CleanupAsync().GetAwaiter().GetResult();

    private async Task CleanupAsync()
    {
        await node.DisposeAsync();
        await database.DisposeAsync();
    }

    [Benchmark]
    public Task One_turn() => StoreAsync();

    [Benchmark(OperationsPerInvoke = Together)]
    public Task Turns_of_64_clients() => Task.WhenAll(Enumerable.Range(0, Together).Select(_ => StoreAsync()));

    private async Task StoreAsync()
    {
        var (turn, conversation) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var start = await turns.BeginAsync(
            new(turn, conversation, true, "benchmark", "Best landing page", "Which landing page is best?", "web", null, "node", Lease), 20, CancellationToken.None);
        var isStored = start is TurnStart.Begun && await turns.CompleteAsync(
            new(turn, conversation, TurnStatus.Completed)
            {
                Events = Events,
                Message = new(Guid.CreateVersion7(), new string('a', 800), null, "answer"),
                State = """{"last":{"tool":"top_landing_pages","args":{"offer":1001}}}""",
                InputTokens = 900,
                OutputTokens = 18,
            },
            CancellationToken.None);
        if (!isStored)
        {
            throw new InvalidOperationException("The turn was not stored.");
        }
    }
}
