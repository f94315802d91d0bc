using Microsoft.Extensions.DependencyInjection;
using PromptLab.Data.Databases;
using PromptLab.Data.Executions;
using PromptLab.Data.Templates;
using PromptLab.Data.Tests.Templates;
using PromptLab.Testing.Time;

namespace PromptLab.Data.Tests.Executions;

/// <summary>One owner who runs templates.</summary>
internal sealed class ExecutionScene(IServiceProvider node)
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    public TemplateScene Templates { get; } = new(node);

    public ManualTimeProvider Clock => Templates.Clock;

    public string Owner => Templates.Owner;

    public IDatabase Database => node.GetRequiredService<IDatabase>();

    public ExecutionRepository Executions => new(Database, Clock);

    /// <summary>Each is a minute newer than the one before.</summary>
    public async Task<Guid> StartAsync(TemplateRow template, string provider = "offline", string model = "offline", int version = 1, string executionNode = "node-a",
        string prompt = "Hi b", TimeSpan? pause = null)
    {
        Clock.Advance(pause ?? TimeSpan.FromMinutes(1));
        var id = Guid.CreateVersion7(Clock.GetUtcNow());
        await Executions.StartAsync(
            new(id, Owner, template.Id, template.Name, version, "hash", null, null, provider, null, model, null, "{}", """{"a":"b"}""", null, prompt, executionNode, Lease),
            default);
        return id;
    }

    public async Task<Guid> RunAsync(
        TemplateRow template, string provider = "offline", string model = "offline", int version = 1, string status = ExecutionStatus.Completed,
        string prompt = "Hi b", string output = "out", TimeSpan? pause = null)
    {
        var id = await StartAsync(template, provider, model, version, prompt: prompt, pause: pause);
        (await Executions.CompleteAsync(new(id, Owner, status, provider, model, output), default)).ShouldBeTrue();
        return id;
    }

    /// <summary>10 tokens in, 20 out, 100 ms.</summary>
    public async Task<Guid> EndAsync(
        TemplateRow template, string status = ExecutionStatus.Completed, int version = 1, decimal? cost = null, TimeSpan? pause = null)
    {
        var id = await StartAsync(template, version: version, pause: pause);
        var completion = new ExecutionCompletion(id, Owner, status, "offline", "offline", "") { InputTokens = 10, OutputTokens = 20, Cost = cost, DurationMs = 100 };
        (await Executions.CompleteAsync(completion, default)).ShouldBeTrue();
        return id;
    }

    public async Task<IReadOnlyList<Guid>> IdsAsync(ExecutionFilter filter) =>
        [.. (await new ExecutionList(Database).ReadAsync(Owner, filter, null, 50, default)).Data.Select(execution => execution.Id)];

    public async Task<ExecutionRow> FindAsync(Guid id) => (await Executions.FindAsync(Owner, id, default))!;
}
