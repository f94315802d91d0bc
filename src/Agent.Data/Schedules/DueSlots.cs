namespace PromptLab.Data.Schedules;

/// <summary>What becomes of the slots of a schedule whose time has come.</summary>
/// <param name="Run">The one that runs; null when all of them are too late.</param>
/// <param name="Missed">Those that are recorded as missed.</param>
/// <param name="Next">The next slot, which is still to come.</param>
public sealed record DueSlots(DateTimeOffset? Run, IReadOnlyList<DateTimeOffset> Missed, DateTimeOffset Next);
