namespace PromptLab.Testing.Time;

/// <summary>A clock that runs as the machine's does, from another date: "today" is known, and timers fire.</summary>
public sealed class ShiftedClock : TimeProvider
{
    private readonly TimeSpan _shift;

    public ShiftedClock(DateTimeOffset start) => _shift = start - System.GetUtcNow();

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + _shift;
}
