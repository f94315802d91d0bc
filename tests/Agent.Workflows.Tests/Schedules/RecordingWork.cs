using System.Collections.Concurrent;
using PromptLab.Workflows.Schedules;

namespace PromptLab.Workflows.Tests.Schedules;

/// <summary>Work that does as the test says and remembers its slots.</summary>
public sealed class RecordingWork : IScheduledWork
{
    private readonly ConcurrentQueue<ScheduledSlot> _slots = new();

    public string Kind => ScheduleKind.AlertRule;

    public IReadOnlyList<ScheduledSlot> Slots => [.. _slots];

    public Func<ScheduledSlot, CancellationToken, Task<ScheduledOutcome>> Does { get; set; } =
        (_, _) => Task.FromResult(new ScheduledOutcome(true, "Done."));

    public Task<ScheduledOutcome> RunAsync(ScheduledSlot slot, CancellationToken cancellationToken)
    {
        _slots.Enqueue(slot);
        return Does(slot, cancellationToken);
    }
}
