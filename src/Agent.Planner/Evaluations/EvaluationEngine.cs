using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using PromptLab.Data.Evaluations;
using PromptLab.Planner.Executions;
using PromptLab.Planner.Turns;

namespace PromptLab.Planner.Evaluations;

/// <summary>Starts, resumes and stops evaluations. The rows are stored first; the work then goes on by itself, whoever watches.</summary>
public sealed class EvaluationEngine
{
    /// <summary>Renewed well before it ends, so that only a dead process loses an evaluation.</summary>
    internal static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    private readonly EvaluationPreparation _preparation;
    private readonly EvaluationRepository _evaluations;
    private readonly LiveEvaluations _live;
    private readonly EvaluationRun _run;
    private readonly TurnNode _node;
    private readonly EvaluationOptions _options;
    private readonly CancellationToken _shutdown;
    private readonly TimeProvider _time;

    private EvaluationEngine(IServiceProvider services)
    {
        _preparation = services.GetRequiredService<EvaluationPreparation>();
        _evaluations = services.GetRequiredService<EvaluationRepository>();
        _live = services.GetRequiredService<LiveEvaluations>();
        _run = services.GetRequiredService<EvaluationRun>();
        _node = services.GetRequiredService<TurnNode>();
        _options = services.GetRequiredService<IOptions<EvaluationOptions>>().Value;
        _shutdown = services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        _time = services.GetRequiredService<TimeProvider>();
    }

    /// <summary>The parts are this assembly's own, so the container cannot call a constructor that names them.</summary>
    internal static EvaluationEngine Create(IServiceProvider services) => new(services);

    public async Task<EvaluationStart> StartAsync(EvaluationRequest request, CancellationToken cancellationToken)
    {
        var (job, refusal) = await _preparation.PrepareAsync(request, cancellationToken);
        if (job is null)
        {
            return refusal!;
        }

        if (_live.CountOf(request.Owner) >= _options.AtOnce)
        {
            return new EvaluationStart.TooMany(_options.AtOnce);
        }

        var id = Guid.CreateVersion7(_time.GetUtcNow());
        return await _evaluations.StartAsync(Row(id, request, job), cancellationToken) is { } row
            ? Launch(row, 0)
            : await ChangedAsync(request, cancellationToken);
    }

    /// <summary>The dataset was changed between the look at it and the beginning: looking again tells what is missing now.</summary>
    private async Task<EvaluationStart> ChangedAsync(EvaluationRequest request, CancellationToken cancellationToken) =>
        (await _preparation.PrepareAsync(request, cancellationToken)).Refusal ?? new EvaluationStart.DatasetNotFound();

    /// <summary>Runs the rows that have no result yet; what has one keeps it.</summary>
    public async Task<EvaluationStart> ResumeAsync(string owner, Guid id, CancellationToken cancellationToken)
    {
        if (await _evaluations.FindAsync(owner, id, cancellationToken) is not { } before)
        {
            return new EvaluationStart.EvaluationNotFound();
        }

        if (_live.CountOf(owner) >= _options.AtOnce)
        {
            return new EvaluationStart.TooMany(_options.AtOnce);
        }

        return await _evaluations.ResumeAsync(owner, id, _node.Name, Lease, cancellationToken) is { } resumed
            ? Launch(resumed.Evaluation, resumed.LastSequence)
            : new EvaluationStart.NotResumable(before.Status);
    }

    /// <summary>Stops an evaluation, wherever it runs. False when it is not running, or not the owner's.</summary>
    public async Task<bool> CancelAsync(string owner, Guid id, CancellationToken cancellationToken)
    {
        var requested = await _evaluations.RequestCancelAsync(owner, id, cancellationToken);
        if (requested && _live.TryGet(id, out var run))
        {
            run.Cancel();
        }

        return requested;
    }

    private EvaluationStart.Started Launch(EvaluationRow row, long lastSequence)
    {
        var run = new LiveTurn(row.Id, row.DatasetId, row.Owner, _options.Timeout, _time, _shutdown, lastSequence);
        _live.Add(run);
        run.Work = _run.RunAsync(run, row);
        return new EvaluationStart.Started(run);
    }

    private NewEvaluation Row(Guid id, EvaluationRequest request, EvaluationJob job) => new(
        id, request.Owner, request.DatasetId, job.Template.Id, job.Template.Name, job.Version.Number, job.Version.Hash, request.Label,
        job.Model.Provider, job.ModelId, job.RequestedModel, request.Fallback, ExecutionJson.Write(request.Parameters.Or(job.Version.Body.Parameters)),
        request.Parallelism, _node.Name, Lease);
}
