using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using PromptLab.Data.Executions;
using PromptLab.Planner.Turns;
using PromptLab.Workflows.Executions;

namespace PromptLab.Planner.Executions;

/// <summary>Starts executions. The row is stored first; the work then goes on by itself, whoever watches.</summary>
public sealed class ExecutionEngine
{
    /// <summary>Renewed well before it ends, so that only a dead process loses an execution.</summary>
    internal static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    private readonly ExecutionPreparation _preparation;
    private readonly ExecutionRepository _executions;
    private readonly LiveExecutions _live;
    private readonly ExecutionRun _run;
    private readonly TokenBudget _budget;
    private readonly TurnNode _node;
    private readonly ExecutionOptions _options;
    private readonly CancellationToken _shutdown;
    private readonly TimeProvider _time;

    private ExecutionEngine(IServiceProvider services)
    {
        _executions = services.GetRequiredService<ExecutionRepository>();
        _live = services.GetRequiredService<LiveExecutions>();
        _run = services.GetRequiredService<ExecutionRun>();
        _budget = services.GetRequiredService<TokenBudget>();
        _node = services.GetRequiredService<TurnNode>();
        _options = services.GetRequiredService<IOptions<ExecutionOptions>>().Value;
        _preparation = new(services.GetRequiredService<ExecutionPlans>(), services.GetRequiredService<ExecutionModels>(), _options.Fallback);
        _shutdown = services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        _time = services.GetRequiredService<TimeProvider>();
    }

    /// <summary>The parts are this assembly's own, so the container cannot call a constructor that names them.</summary>
    internal static ExecutionEngine Create(IServiceProvider services) => new(services);

    public async Task<ExecutionStart> StartAsync(ExecutionRequest request, CancellationToken cancellationToken) =>
        (await StartAllAsync([request], cancellationToken))[0];

    /// <summary>Starts all of them, or none: those that cannot start then say why, the others as not tried.</summary>
    public async Task<IReadOnlyList<ExecutionStart>> StartAllAsync(IReadOnlyList<ExecutionRequest> requests, CancellationToken cancellationToken)
    {
        if (requests.Count > 0 && _live.CountOf(requests[0].Owner) + requests.Count > _options.AtOnce)
        {
            return [.. requests.Select(_ => new ExecutionStart.TooMany(_options.AtOnce))];
        }

        if (requests.Count > 0 && await _budget.AdmitAsync(requests[0].Owner, cancellationToken) is { } wait)
        {
            return [.. requests.Select(_ => new ExecutionStart.NoTokensLeft(wait))];
        }

        var prepared = new List<(ExecutionJob? Job, ExecutionStart? Refusal)>(requests.Count);
        foreach (var request in requests)
        {
            prepared.Add(await _preparation.PrepareAsync(request, cancellationToken));
        }

        if (prepared.Exists(one => one.Job is null))
        {
            return [.. prepared.Select(one => one.Refusal ?? new ExecutionStart.NotTried())];
        }

        var started = new List<ExecutionStart>(requests.Count);
        for (var index = 0; index < requests.Count; index++)
        {
            started.Add(await LaunchAsync(requests[index], prepared[index].Job!, cancellationToken));
        }

        return started;
    }

    /// <summary>Runs an execution again with the same version, values, provider and parameters, or with some of them changed.</summary>
    public async Task<ExecutionStart> RerunAsync(string owner, Guid id, ExecutionChange change, CancellationToken cancellationToken) =>
        await _executions.FindAsync(owner, id, cancellationToken) is { } earlier
            ? await StartAsync(ExecutionRepeat.Of(earlier, change), cancellationToken)
            : new ExecutionStart.ExecutionNotFound();

    /// <summary>Stops an execution, wherever it runs. False when it is not running, or not the owner's.</summary>
    public async Task<bool> CancelAsync(string owner, Guid id, CancellationToken cancellationToken)
    {
        var requested = await _executions.RequestCancelAsync(owner, id, cancellationToken);
        if (requested && _live.TryGet(id, out var run))
        {
            run.Cancel();
        }

        return requested;
    }

    private async Task<ExecutionStart> LaunchAsync(ExecutionRequest request, ExecutionJob job, CancellationToken cancellationToken)
    {
        var run = new LiveTurn(Guid.CreateVersion7(_time.GetUtcNow()), job.Plan.Template.Id, request.Owner, _options.Timeout, _time, _shutdown);
        await _executions.StartAsync(Row(request, job, run), cancellationToken);
        _live.Add(run);
        run.Work = _run.RunAsync(run, job);
        return new ExecutionStart.Started(run);
    }

    private NewExecution Row(ExecutionRequest request, ExecutionJob job, LiveTurn run)
    {
        var (template, version, prompt, parameters) = job.Plan;
        return new(
            run.Id, request.Owner, template.Id, template.Name, version.Number, version.Hash, request.Label, request.RerunOf,
            job.Model.Provider, job.Fallback?.Provider, job.ModelId, job.ModelId == job.Model.Model ? null : job.ModelId,
            ExecutionJson.Write(parameters), ExecutionJson.Write(prompt.Variables), prompt.SystemPrompt, prompt.Content, _node.Name, Lease)
        {
            RunId = request.RunId,
            PipelineId = request.PipelineId,
            StepName = request.StepName,
            EvaluationId = request.EvaluationId,
            EvaluationRow = request.EvaluationRow,
        };
    }
}
