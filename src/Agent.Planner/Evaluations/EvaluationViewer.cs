using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using PromptLab.Data.Evaluations;
using PromptLab.Data.Executions;
using PromptLab.Planner.Turns;

namespace PromptLab.Planner.Evaluations;

/// <summary>The events of an evaluation for somebody who follows it late, those of earlier attempts first.</summary>
public sealed class EvaluationViewer
{
    private readonly LiveEvaluations _live;
    private readonly EvaluationRepository _evaluations;
    private readonly TimeProvider _time;

    private EvaluationViewer(LiveEvaluations live, EvaluationRepository evaluations, TimeProvider time) => (_live, _evaluations, _time) = (live, evaluations, time);

    /// <summary>Batches of events after <paramref name="after"/> until the run has ended.</summary>
    public IAsyncEnumerable<IReadOnlyList<TurnEvent>> ReadAsync(EvaluationRow evaluation, long after, CancellationToken cancellationToken) =>
        _live.TryGet(evaluation.Id, out var running)
            ? ReadAsync(running, after, cancellationToken)
            : new StoredRun(
                (sequence, token) => _evaluations.ReadEventsAsync(evaluation.Id, sequence, token),
                async token => (await _evaluations.FindAsync(evaluation.Owner, evaluation.Id, token))?.Status == ExecutionStatus.Running,
                _time).ReadAsync(evaluation.Status == ExecutionStatus.Running, after, cancellationToken);

    internal static EvaluationViewer Create(IServiceProvider services) => new(
        services.GetRequiredService<LiveEvaluations>(), services.GetRequiredService<EvaluationRepository>(), services.GetRequiredService<TimeProvider>());

    private async IAsyncEnumerable<IReadOnlyList<TurnEvent>> ReadAsync(LiveTurn run, long after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (after < run.Before)
        {
            var stored = await _evaluations.ReadEventsAsync(run.Id, after, cancellationToken);
            yield return [.. stored.Where(item => item.Sequence <= run.Before).Select(item => new TurnEvent(item.Sequence, TurnEventType.Of(item.Json), item.Json))];
        }

        await foreach (var batch in run.ReadAsync(Math.Max(after, run.Before), cancellationToken))
        {
            yield return batch;
        }
    }
}
