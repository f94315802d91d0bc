namespace PromptLab.Workflows.Schedules;

/// <summary>What a phrase such as "every Monday at 9" says.</summary>
public abstract record WhenReading
{
    private WhenReading()
    {
    }

    /// <param name="Time"><c>HH:mm</c>.</param>
    /// <param name="Days">Empty for every day.</param>
    public sealed record Times(string Time, IReadOnlyList<DayOfWeek> Days, int? DayOfMonth) : WhenReading;

    /// <summary>The days are clear and the time of day is not said.</summary>
    public sealed record NoTime : WhenReading;

    /// <summary>Once a week or month, on a day that is not said.</summary>
    public sealed record NoDay : WhenReading;

    /// <summary>It repeats in a way that schedules cannot.</summary>
    public sealed record Impossible : WhenReading;

    /// <summary>Nothing in it repeats.</summary>
    public sealed record Unclear : WhenReading;
}
