using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using PromptLab.Data.Executions;
using PromptLab.Data.Runs;
using PromptLab.Planner.Executions;
using PromptLab.Planner.Turns;
using PromptLab.Workflows.Pipelines;

namespace PromptLab.Planner.Pipelines;

/// <summary>Starts, resumes and stops runs of pipelines. The rows are stored first; the work then goes on by itself, whoever watches.</summary>
public sealed class PipelineEngine
{
    /// <summary>Renewed well before it ends, so that only a dead process loses a run.</summary>
    internal static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    private const string Begun = "The run began with the pipeline as it was then.";

    private readonly PipelineReader _pipelines;
    private readonly PipelineService _service;
    private readonly RunRepository _runs;
    private readonly RunReader _reader;
    private readonly StepRecovery _recovery;
    private readonly LiveRuns _live;
    private readonly PipelineRun _run;
    private readonly TurnNode _node;
    private readonly PipelineOptions _options;
    private readonly CancellationToken _shutdown;
    private readonly TimeProvider _time;

    private PipelineEngine(IServiceProvider services)
    {
        _pipelines = services.GetRequiredService<PipelineReader>();
        _service = services.GetRequiredService<PipelineService>();
        _runs = services.GetRequiredService<RunRepository>();
        _reader = services.GetRequiredService<RunReader>();
        _recovery = services.GetRequiredService<StepRecovery>();
        _live = services.GetRequiredService<LiveRuns>();
        _run = services.GetRequiredService<PipelineRun>();
        _node = services.GetRequiredService<TurnNode>();
        _options = services.GetRequiredService<IOptions<PipelineOptions>>().Value;
        _shutdown = services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        _time = services.GetRequiredService<TimeProvider>();
    }

    /// <summary>The parts are this assembly's own, so the container cannot call a constructor that names them.</summary>
    internal static PipelineEngine Create(IServiceProvider services) => new(services);

    /// <param name="user">Owns the run; the pipeline may be somebody else's who shares it.</param>
    public async Task<PipelineStart> StartAsync(
        string user, Guid pipelineId, IReadOnlyDictionary<string, string> given, CancellationToken cancellationToken)
    {
        if (await _pipelines.FindVisibleAsync(user, pipelineId, cancellationToken) is not { } pipeline)
        {
            return new PipelineStart.PipelineNotFound();
        }

        var review = await _service.ReviewAsync(user, pipeline, cancellationToken);
        if (review.Findings.HasErrors)
        {
            return new PipelineStart.Broken(review.Findings.Problems);
        }

        var (inputs, problems) = PipelineInputs.Fill(pipeline.Definition.Inputs, given);
        if (problems.Count > 0)
        {
            return new PipelineStart.InvalidInputs(problems);
        }

        if (_live.CountOf(user) >= _options.AtOnce)
        {
            return new PipelineStart.TooMany(_options.AtOnce);
        }

        var id = Guid.CreateVersion7(_time.GetUtcNow());
        var rows = RunResumption.Rows(review.Snapshot, new Dictionary<string, RunStepRow>(), attempt: 1);
        var attempt = new NewRunAttempt(
            id, user, 1, pipeline.Name, pipeline.Revision, RunResumption.Pipeline, Begun, review.Snapshot.Write(), rows, _node.Name, Lease);
        await _runs.StartAsync(pipelineId, ExecutionJson.Write(inputs), attempt, cancellationToken);
        return Launch(attempt, new RunState(pipelineId, 1, review.Snapshot, inputs, Own(rows, attempt)), before: 0);
    }

    /// <summary>Goes on with a run that was not completed: what is done is kept, the rest is run.</summary>
    public async Task<PipelineStart> ResumeAsync(string user, Guid id, CancellationToken cancellationToken)
    {
        if (await _reader.FindAsync(user, id, cancellationToken) is not { } run)
        {
            return new PipelineStart.RunNotFound();
        }

        if (run.Status is ExecutionStatus.Running or ExecutionStatus.Completed)
        {
            return new PipelineStart.NotResumable(run.Status);
        }

        if (_live.CountOf(user) >= _options.AtOnce)
        {
            return new PipelineStart.TooMany(_options.AtOnce);
        }

        var last = (await _reader.AttemptsAsync(id, cancellationToken))[^1];
        var rows = await _recovery.RecoverAsync(user, await _reader.StepsAsync(id, run.Attempt, cancellationToken), cancellationToken);
        var pipeline = await _pipelines.FindVisibleAsync(user, run.PipelineId, cancellationToken);
        var resumption = RunResumption.Of(
            PipelineSnapshot.Read(last.Snapshot), rows, ExecutionJson.Variables(run.Inputs),
            pipeline is null ? null : await _service.ReviewAsync(user, pipeline, cancellationToken), run.Attempt + 1);
        var isCurrent = resumption.Source == RunResumption.Pipeline;
        var attempt = new NewRunAttempt(
            id, user, run.Attempt + 1, isCurrent ? pipeline!.Name : run.PipelineName, isCurrent ? pipeline!.Revision : run.PipelineRevision,
            resumption.Source, resumption.Note, resumption.Snapshot.Write(), resumption.Steps, _node.Name, Lease);
        return await _runs.ResumeAsync(attempt, cancellationToken) is { } before
            ? Launch(attempt, new RunState(run.PipelineId, attempt.Number, resumption.Snapshot, resumption.Inputs, Own(resumption.Steps, attempt)), before)
            : new PipelineStart.NotResumable(ExecutionStatus.Running);
    }

    /// <summary>Stops a run, wherever it goes on. False when it is not running, or not the owner's.</summary>
    public async Task<bool> CancelAsync(string owner, Guid id, CancellationToken cancellationToken)
    {
        var requested = await _runs.RequestCancelAsync(owner, id, cancellationToken);
        if (requested && _live.TryGet(id, out var run))
        {
            run.Cancel();
        }

        return requested;
    }

    private PipelineStart.Started Launch(NewRunAttempt attempt, RunState state, long before)
    {
        var run = new LiveTurn(attempt.RunId, state.PipelineId, attempt.Owner, _options.Timeout, _time, _shutdown, before);
        _live.Add(run);
        run.Work = _run.RunAsync(run, state);
        return new PipelineStart.Started(run, before);
    }

    private static List<RunStepRow> Own(IReadOnlyList<RunStepRow> rows, NewRunAttempt attempt) => [.. rows.Select(row => row with { RunId = attempt.RunId })];
}
