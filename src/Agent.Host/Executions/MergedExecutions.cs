using System.Runtime.CompilerServices;
using System.Threading.Channels;
using PromptLab.Host.Turns;
using PromptLab.Planner.Turns;

namespace PromptLab.Host.Executions;

/// <summary>The events of several executions in one stream, as they come. Each names its run: by its id on the wire, and in itself.</summary>
internal static class MergedExecutions
{
    public static async IAsyncEnumerable<TurnEventBatch> ReadAsync(IReadOnlyList<LiveTurn> runs, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var left = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var batches = Channel.CreateBounded<TurnEventBatch>(runs.Count);
        var reading = ReadAllAsync(runs, batches.Writer, left.Token);
        try
        {
            await foreach (var batch in batches.Reader.ReadAllAsync(cancellationToken))
            {
                yield return batch;
            }
        }
        finally
        {
            await left.CancelAsync();
            await reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static async Task ReadAllAsync(IReadOnlyList<LiveTurn> runs, ChannelWriter<TurnEventBatch> batches, CancellationToken cancellationToken)
    {
        try
        {
            await Task.WhenAll(runs.Select(run => ReadAsync(run, batches, cancellationToken)));
        }
        finally
        {
            batches.Complete();
        }
    }

    private static async Task ReadAsync(LiveTurn run, ChannelWriter<TurnEventBatch> batches, CancellationToken cancellationToken)
    {
        await foreach (var events in run.ReadAsync(0, cancellationToken))
        {
            await batches.WriteAsync(new($"{run.Id}.", [.. events.Select(item => Named(run.Id, item))]), cancellationToken);
        }
    }

    /// <summary>The start and the end of a run carry its id by themselves.</summary>
    private static TurnEvent Named(Guid run, TurnEvent item) => item.Type is TurnEventType.RunStarted or TurnEventType.RunFinished
        ? item
        : item with { Json = $$"""{"runId":"{{run}}",{{item.Json.AsSpan(1)}}""" };
}
