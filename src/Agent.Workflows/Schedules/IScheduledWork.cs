namespace PromptLab.Workflows.Schedules;

/// <summary>What a schedule does when its time comes. One implementation per kind, found among the registered ones.</summary>
public interface IScheduledWork
{
    /// <summary>One of <see cref="ScheduleKind"/>.</summary>
    string Kind { get; }

    /// <summary>Runs a slot, once more after a failure or when the process that ran it died: twice must have the effect of once.
    /// An exception is a failed attempt; its text goes to the log only.</summary>
    Task<ScheduledOutcome> RunAsync(ScheduledSlot slot, CancellationToken cancellationToken);
}
