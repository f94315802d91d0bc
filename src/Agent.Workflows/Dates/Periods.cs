namespace PromptLab.Workflows.Dates;

/// <summary>Calendar arithmetic: whole weeks (Monday to Sunday), months, quarters, halves and years.</summary>
internal static class Periods
{
    public static DateRange Single(DateOnly day) => new(day, day);

    public static DateRange Month(int year, int month) => Months(new DateOnly(year, month, 1), 1);

    public static DateRange Quarter(int year, int quarter) => Months(new DateOnly(year, (3 * quarter) - 2, 1), 3);

    public static DateRange HalfYear(int year, int half) => Months(new DateOnly(year, half == 1 ? 1 : 7, 1), 6);

    public static DateRange Year(int year) => Months(new DateOnly(year, 1, 1), 12);

    public static DateRange Week(DateOnly day) => new(Monday(day), Monday(day).AddDays(6));

    /// <summary>The Saturday and Sunday of the week that holds <paramref name="day"/>.</summary>
    public static DateRange Weekend(DateOnly day) => new(Monday(day).AddDays(5), Monday(day).AddDays(6));

    public static DateRange EndingOn(DateOnly last, int days) => new(last.AddDays(1 - days), last);

    /// <summary>The calendar unit that holds <paramref name="day"/>, moved by <paramref name="steps"/> units.</summary>
    public static DateRange Containing(PeriodUnit unit, DateOnly day, int steps = 0) => unit switch
    {
        PeriodUnit.Week => Week(day.AddDays(7 * steps)),
        PeriodUnit.Weekend => Weekend(day.AddDays(7 * steps)),
        PeriodUnit.Month => Months(new DateOnly(day.Year, day.Month, 1).AddMonths(steps), 1),
        PeriodUnit.Quarter => Months(new DateOnly(day.Year, day.Month - ((day.Month - 1) % 3), 1).AddMonths(3 * steps), 3),
        PeriodUnit.HalfYear => Months(new DateOnly(day.Year, day.Month <= 6 ? 1 : 7, 1).AddMonths(6 * steps), 6),
        PeriodUnit.Year => Year(day.Year + steps),
        PeriodUnit.Fortnight => new DateRange(Monday(day).AddDays(14 * steps), Monday(day).AddDays((14 * steps) + 13)),
        _ => Single(day.AddDays(steps)),
    };

    /// <summary>The days before <paramref name="range"/>: as many months when it is made of whole months, else as many days.</summary>
    public static DateRange Preceding(DateRange range) => WholeMonths(range) is { } months
        ? Months(range.From.AddMonths(-months), months)
        : new DateRange(range.From.AddDays(-range.Days), range.From.AddDays(-1));

    public static DateRange Following(DateRange range) => WholeMonths(range) is { } months
        ? Months(range.From.AddMonths(months), months)
        : new DateRange(range.To.AddDays(1), range.To.AddDays(range.Days));

    public static int? WholeMonths(DateRange range) => range.From.Day == 1 && range.To.AddDays(1).Day == 1
        ? ((range.To.Year - range.From.Year) * 12) + range.To.Month - range.From.Month + 1
        : null;

    private static DateRange Months(DateOnly first, int count) => new(first, first.AddMonths(count).AddDays(-1));

    private static DateOnly Monday(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
}
