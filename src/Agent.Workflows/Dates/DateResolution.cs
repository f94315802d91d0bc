namespace PromptLab.Workflows.Dates;

/// <summary>What a date phrase means.</summary>
public abstract record DateResolution
{
    private DateResolution()
    {
    }

    /// <param name="Value">Ends today at the latest.</param>
    /// <param name="Notes">What the person should know, for example that the range was clipped.</param>
    public sealed record Range(DateRange Value, IReadOnlyList<string> Notes) : DateResolution;

    /// <summary>Not a date phrase that can be read safely: ask back.</summary>
    public sealed record Unclear : DateResolution;

    /// <param name="Asked">Wholly in the future.</param>
    /// <param name="Suggestion">A past phrase to offer instead, for example <c>last month</c> for <c>next month</c>.</param>
    public sealed record Future(DateRange Asked, string Suggestion) : DateResolution;

    /// <param name="Asked">Longer than <see cref="DateRange.MaxDays"/>.</param>
    public sealed record TooLong(DateRange Asked) : DateResolution;
}
