namespace PromptLab.Workflows.Dates;

/// <summary>A part of a date phrase that may still lack its year or month.</summary>
internal abstract record Moment
{
    /// <summary>The most recent occurrence that has begun; of months and longer the most recent one that is complete.</summary>
    public abstract DateRange? Latest(DateOnly today);

    /// <summary>The most recent occurrence that has begun, complete or not.</summary>
    public virtual DateRange? LatestBegun(DateOnly today) => Latest(today);

    /// <summary>The first occurrence that begins on or after a day.</summary>
    public abstract DateRange? FirstFrom(DateOnly day);

    /// <summary>The last occurrence that begins on or before a day.</summary>
    public abstract DateRange? LastUntil(DateOnly day);

    /// <summary>A part of what this means, for example its first week.</summary>
    public Moment? Part(Func<DateRange, DateRange?> part) => this switch
    {
        Fixed settled => part(settled.Range) is { } range ? new Fixed(range) : null,
        Yearly yearly => new Yearly(year => yearly.InYear(year) is { } range ? part(range) : null, Completes: true),
        _ => null,
    };

    /// <summary>Settled days: an ISO date, yesterday, last month, December 2024.</summary>
    internal sealed record Fixed(DateRange Range) : Moment
    {
        public override DateRange Latest(DateOnly today) => Range;

        public override DateRange FirstFrom(DateOnly day) => Range;

        public override DateRange LastUntil(DateOnly day) => Range;
    }

    /// <summary>Something that every year has: 5 December, December, the third quarter, Christmas.</summary>
    /// <param name="InYear">Null when a year has none, as of 29 February.</param>
    /// <param name="Completes">Without a year it means the last one that is over.</param>
    /// <param name="Month">The month, when it is one or lies in one.</param>
    internal sealed record Yearly(Func<int, DateRange?> InYear, bool Completes, int? Month = null) : Moment
    {
        private const int LeapCycle = 8;

        public override DateRange? Latest(DateOnly today) =>
            Search(today.Year, -1, range => (Completes ? range.To : range.From) <= today);

        public override DateRange? LatestBegun(DateOnly today) => LastUntil(today);

        public override DateRange? FirstFrom(DateOnly day) => Search(day.Year, 1, range => range.From >= day);

        public override DateRange? LastUntil(DateOnly day) => Search(day.Year, -1, range => range.From <= day);

        public Moment? Of(int year) => InYear(year) is { } range ? new Fixed(range) : null;

        private DateRange? Search(int year, int step, Func<DateRange, bool> fits) =>
            Enumerable.Range(0, LeapCycle + 1).Select(index => InYear(year + (index * step)))
                .FirstOrDefault(range => range is not null && fits(range));
    }

    /// <summary>A day of the week; alone it is the last one before today.</summary>
    internal sealed record Weekly(DayOfWeek Day) : Moment
    {
        public override DateRange Latest(DateOnly today) => LastUntil(today.AddDays(-1));

        public override DateRange FirstFrom(DateOnly day) => Periods.Single(day.AddDays((Day - day.DayOfWeek + 7) % 7));

        public override DateRange LastUntil(DateOnly day) => Periods.Single(day.AddDays(-((day.DayOfWeek - Day + 7) % 7)));
    }

    /// <summary>A day of any month: the 5th.</summary>
    internal sealed record DayOfMonth(int Day) : Moment
    {
        public override DateRange? Latest(DateOnly today) => Search(today, -1, day => day <= today);

        public override DateRange? FirstFrom(DateOnly day) => Search(day, 1, found => found >= day);

        public override DateRange? LastUntil(DateOnly day) => Latest(day);

        private DateRange? Search(DateOnly start, int step, Func<DateOnly, bool> fits)
        {
            for (var index = 0; index < 4; index++)
            {
                var month = new DateOnly(start.Year, start.Month, 1).AddMonths(index * step);
                if (Day <= DateTime.DaysInMonth(month.Year, month.Month) && fits(month.AddDays(Day - 1)))
                {
                    return Periods.Single(month.AddDays(Day - 1));
                }
            }

            return null;
        }
    }
}
