using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using PromptLab.Data.Executions;
using PromptLab.Data.Runs;
using PromptLab.Planner.Turns;

namespace PromptLab.Planner.Pipelines;

/// <summary>The events of a run for somebody who follows it late. Each attempt has a beginning and an end of its own, one behind the other.</summary>
public sealed class RunViewer
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    private readonly LiveRuns _live;
    private readonly RunReader _runs;
    private readonly TimeProvider _time;

    private RunViewer(LiveRuns live, RunReader runs, TimeProvider time) => (_live, _runs, _time) = (live, runs, time);

    /// <summary>Batches of events after <paramref name="after"/> until the last attempt has ended.</summary>
    public async IAsyncEnumerable<IReadOnlyList<TurnEvent>> ReadAsync(RunRow run, long after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (_live.TryGet(run.Id, out var running))
        {
            var before = Events(await _runs.EventsAsync(run.Id, after, cancellationToken)).Where(item => item.Sequence <= running.Before).ToList();
            if (before.Count > 0)
            {
                yield return before;
            }

            await foreach (var batch in running.ReadAsync(after, cancellationToken))
            {
                yield return batch;
            }

            yield break;
        }

        while (true)
        {
            var isRunning = (await _runs.FindAsync(run.Owner, run.Id, cancellationToken))?.Status == ExecutionStatus.Running;
            var batch = Events(await _runs.EventsAsync(run.Id, after, cancellationToken));
            if (batch.Count > 0)
            {
                yield return batch;
                after = batch[^1].Sequence;
            }

            if (!isRunning)
            {
                yield break;
            }

            await Task.Delay(Pause, _time, cancellationToken);
        }
    }

    internal static RunViewer Create(IServiceProvider services) => new(
        services.GetRequiredService<LiveRuns>(), services.GetRequiredService<RunReader>(), services.GetRequiredService<TimeProvider>());

    private static List<TurnEvent> Events(IReadOnlyList<Data.Turns.StoredEvent> stored) =>
        [.. stored.Select(item => new TurnEvent(item.Sequence, TurnEventType.Of(item.Json), item.Json))];
}
