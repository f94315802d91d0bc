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

    public ExecutionInterruption Interruption => new(Database, Clock);

    /// <summary>Each is a minute newer than the one before.</summary>
    public async Task<Guid> StartAsync(TemplateRow template, string provider = "offline", string model = "offline", int version = 1, string executionNode = "node-a")
    {
        Clock.Advance(TimeSpan.FromMinutes(1));
        var id = Guid.CreateVersion7(Clock.GetUtcNow());
        await Executions.StartAsync(
            new(id, Owner, template.Id, template.Name, version, "hash", null, null, provider, null, model, null, "{}", """{"a":"b"}""", null, "Hi b", executionNode, Lease),
            default);
        return id;
    }

    public async Task<Guid> RunAsync(
        TemplateRow template, string provider = "offline", string model = "offline", int version = 1, string status = ExecutionStatus.Completed)
    {
        var id = await StartAsync(template, provider, model, version);
        (await Executions.CompleteAsync(new(id, Owner, status, provider, model, "out"), default)).ShouldBeTrue();
        return id;
    }

    public async Task<IReadOnlyList<Guid>> IdsAsync(ExecutionFilter filter) =>
        [.. (await new ExecutionList(Database).ReadAsync(Owner, filter, null, 50, default)).Data.Select(execution => execution.Id)];

    public async Task<ExecutionRow> FindAsync(Guid id) => (await Executions.FindAsync(Owner, id, default))!;
}
