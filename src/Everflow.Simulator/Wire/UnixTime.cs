namespace PromptLab.Simulator.Wire;

internal static class UnixTime
{
    /// <summary>Seconds at midnight UTC, which is exact enough for when something was created.</summary>
    public static long Of(DateOnly day) => new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero).ToUnixTimeSeconds();
}
