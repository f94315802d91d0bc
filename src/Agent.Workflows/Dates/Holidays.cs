namespace PromptLab.Workflows.Dates;

/// <summary>Well-known days, numbered as <c>Holiday</c> in <c>dates.txt</c>.</summary>
internal static class Holidays
{
    public static DateOnly InYear(int holiday, int year) => holiday switch
    {
        1 => new DateOnly(year, 12, 25),
        2 => new DateOnly(year, 12, 24),
        3 => new DateOnly(year, 12, 26),
        4 => new DateOnly(year, 1, 1),
        5 => new DateOnly(year, 12, 31),
        6 => Thanksgiving(year).AddDays(1),
        7 => Thanksgiving(year).AddDays(4),
        8 => Thanksgiving(year),
        9 => new DateOnly(year, 10, 31),
        10 => new DateOnly(year, 2, 14),
        11 => EasterSunday(year),
        12 => EasterSunday(year).AddDays(1),
        13 => EasterSunday(year).AddDays(-2),
        14 => new DateOnly(year, 11, 11),
        15 => new DateOnly(year, 12, 5),
        16 => KingsDay(year),
        17 => new DateOnly(year, 7, 4),
        18 => new DateOnly(year, 1, 6),
        _ => throw new ArgumentOutOfRangeException(nameof(holiday), holiday, "No such holiday."),
    };

    /// <summary>The fourth Thursday of November.</summary>
    private static DateOnly Thanksgiving(int year)
    {
        var first = new DateOnly(year, 11, 1);
        return first.AddDays(21 + ((DayOfWeek.Thursday - first.DayOfWeek + 7) % 7));
    }

    /// <summary>Dutch; the day before when 27 April is a Sunday.</summary>
    private static DateOnly KingsDay(int year)
    {
        var day = new DateOnly(year, 4, 27);
        return day.DayOfWeek == DayOfWeek.Sunday ? day.AddDays(-1) : day;
    }

    /// <summary>The Gregorian computus of Meeus, Jones and Butcher.</summary>
    private static DateOnly EasterSunday(int year)
    {
        var (century, yearOfCentury) = (year / 100, year % 100);
        var moon = (19 * (year % 19)) + century - (century / 4) - ((century - ((century + 8) / 25) + 1) / 3) + 15;
        var epact = moon % 30;
        var weekday = (32 + (2 * (century % 4)) + (2 * (yearOfCentury / 4)) - epact - (yearOfCentury % 4)) % 7;
        var correction = ((year % 19) + (11 * epact) + (22 * weekday)) / 451;
        var days = epact + weekday - (7 * correction) + 114;
        return new DateOnly(year, days / 31, (days % 31) + 1);
    }
}
