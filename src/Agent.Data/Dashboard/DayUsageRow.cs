namespace PromptLab.Data.Dashboard;

public sealed record DayUsageRow : UsageFigures
{
    /// <summary>Days since 1970-01-01.</summary>
    public long Day { get; init; }

    public DateOnly Date => DateOnly.FromDateTime(DateTime.UnixEpoch).AddDays((int)Day);
}
