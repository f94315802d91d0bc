namespace PromptLab.Host.Evaluation;

/// <summary>A clock that runs as the machine's does, from another moment on: "today" is known, and timers fire.</summary>
internal sealed class ShiftedClock : TimeProvider
{
    private readonly TimeSpan _shift;

    public ShiftedClock(DateTimeOffset start) => _shift = start - System.GetUtcNow();

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + _shift;
}
