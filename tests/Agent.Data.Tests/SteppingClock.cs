namespace PromptLab.Data.Tests;

/// <summary>Stands still until a test moves it.</summary>
internal sealed class SteppingClock : TimeProvider
{
    public DateTimeOffset Now { get; set; } = new(2025, 1, 15, 11, 0, 0, 123, 456, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Now;
}
