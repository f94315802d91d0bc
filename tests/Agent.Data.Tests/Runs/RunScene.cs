using Microsoft.Extensions.DependencyInjection;
using PromptLab.Data.Databases;
using PromptLab.Data.Pipelines;
using PromptLab.Data.Runs;
using PromptLab.Data.Templates;
using PromptLab.Data.Tests.Executions;

namespace PromptLab.Data.Tests.Runs;

/// <summary>One owner with a pipeline of three steps who runs it.</summary>
internal sealed class RunScene(IServiceProvider node)
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    public ExecutionScene Executions { get; } = new(node);

    public string Owner => Executions.Owner;

    public IDatabase Database => node.GetRequiredService<IDatabase>();

    public RunRepository Runs => new(Database, Executions.Clock);

    public RunReader Reader => new(Database);

    public RunList List => new(Database);

    public async Task<PipelineRow> PipelineAsync(string name = "Digest", params IReadOnlyList<string> tags)
    {
        var change = new PipelineChange(name, "", tags, "{}", []);
        return ((PipelineStoring.Stored)await new PipelineRepository(Database, Executions.Clock).CreateAsync(Owner, change, default)).Pipeline;
    }

    /// <summary>Each is a minute newer than the one before.</summary>
    public async Task<Guid> StartAsync(PipelineRow pipeline, string inputs = """{"text":"a"}""", TemplateRow? template = null, string runNode = "node-a", TimeSpan? pause = null)
    {
        Executions.Clock.Advance(pause ?? TimeSpan.FromMinutes(1));
        var id = Guid.CreateVersion7(Executions.Clock.GetUtcNow());
        await Runs.StartAsync(pipeline.Id, inputs, Attempt(id, pipeline, 1, runNode, template), default);
        return id;
    }

    public NewRunAttempt Attempt(Guid id, PipelineRow pipeline, int number, string runNode = "node-a", TemplateRow? template = null) => new(
        id, Owner, number, pipeline.Name, pipeline.Revision, "pipeline", $"note {number}", $$"""{"attempt":{{number}}}""",
        [.. new[] { "one", "two", "three" }.Select((name, place) => Step(id, number, place, name, template))], runNode, Lease);

    public Task<bool> CompleteAsync(Guid id, string status, int attempt = 1, string? output = null) => Runs.CompleteAsync(
        new(id, Owner, attempt, status, output, status == "completed" ? null : "broken", status == "completed" ? null : "It broke.", 100, [], []), default);

    /// <summary>The first step of the first attempt.</summary>
    public async Task AnswerAsync(Guid id, string provider, string model)
    {
        var step = (await Reader.StepsAsync(id, 1, default))[0] with { Status = RunStepStatus.Completed, Provider = provider, Model = model };
        (await Runs.SaveStepAsync(Owner, step, [], default)).ShouldBeTrue();
    }

    public async Task<IReadOnlyList<Guid>> IdsAsync(RunFilter filter) =>
        [.. (await List.ReadAsync(Owner, filter, null, 50, default)).Data.Select(run => run.Id)];

    public async Task<RunRow> FindAsync(Guid id) => (await Reader.FindAsync(Owner, id, default))!;

    public async Task<IEnumerable<string>> StatusesAsync(Guid id, int attempt = 1) => (await Reader.StepsAsync(id, attempt, default)).Select(step => step.Status);

    private static RunStepRow Step(Guid id, int attempt, int place, string name, TemplateRow? template) => new()
    {
        RunId = id,
        Attempt = attempt,
        Ordinal = place,
        Name = name,
        Kind = "template",
        Status = RunStepStatus.Pending,
        TemplateId = template?.Id,
        TemplateName = template?.Name,
        Version = template?.Version,
        RanIn = attempt,
    };
}
