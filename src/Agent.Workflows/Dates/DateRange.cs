using System.Globalization;

namespace PromptLab.Workflows.Dates;

/// <summary>Days of the network's calendar, both ends inclusive.</summary>
public sealed record DateRange(DateOnly From, DateOnly To)
{
    /// <summary>The longest range that is read. A leap year is still one year.</summary>
    public const int MaxDays = 366;

    public int Days => To.DayNumber - From.DayNumber + 1;

    /// <summary>The canonical text, which <see cref="DatePhrases.Resolve"/> reads back: <c>2024-12-01 to 2024-12-31</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{From:yyyy-MM-dd} to {To:yyyy-MM-dd}");
}
