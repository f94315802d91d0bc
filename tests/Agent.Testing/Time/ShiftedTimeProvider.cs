namespace PromptLab.Testing.Time;

/// <summary>A running clock that says another time: what depends on today is fixed, what waits really waits.</summary>
public sealed class ShiftedTimeProvider(DateTimeOffset start) : TimeProvider
{
    private readonly long _started = System.GetTimestamp();

    /// <summary>Starts on Wednesday 2025-01-15 12:00 in Amsterdam.</summary>
    public ShiftedTimeProvider()
        : this(new(2025, 1, 15, 11, 0, 0, TimeSpan.Zero))
    {
    }

    public override DateTimeOffset GetUtcNow() => start + System.GetElapsedTime(_started);
}
