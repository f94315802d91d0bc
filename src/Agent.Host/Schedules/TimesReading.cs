using System.Diagnostics.CodeAnalysis;
using PromptLab.Workflows.Schedules;

namespace PromptLab.Host.Schedules;

/// <summary>Times of a request's body, or what is wrong with them.</summary>
internal sealed record TimesReading(ScheduleTimes? Times, string Field, string Fault)
{
    [MemberNotNullWhen(true, nameof(Times))]
    public bool IsRead => Times is not null;

    public static TimesReading Of(ScheduleCreation body, string networkZone)
    {
        var zone = body.TimeZone ?? networkZone;
        if (body.When is null)
        {
            return Of(body.Time ?? "", body.Days ?? [], body.DayOfMonth, zone);
        }

        return WhenPhrases.Read(body.When) is WhenReading.Times said
            ? Checked(new(said.Time, said.Days, zone) { DayOfMonth = said.DayOfMonth })
            : new(null, "when", "when must be a repeated time such as \"every Monday at 9\", \"weekdays at 07:30\" or \"on the 1st of every month at 9\".");
    }

    public static TimesReading Of(string time, IReadOnlyList<string> days, int? dayOfMonth, string zone)
    {
        var named = days.Select(day => Enum.TryParse<DayOfWeek>(day, ignoreCase: true, out var known) && !int.TryParse(day, out _) ? known : (DayOfWeek?)null).ToList();
        return named.Contains(null)
            ? new(null, "days", "days are English names of days of the week, for example monday.")
            : Checked(new(time, [.. named.OfType<DayOfWeek>().Distinct().Order()], zone) { DayOfMonth = dayOfMonth });
    }

    private static TimesReading Checked(ScheduleTimes times) =>
        ScheduleTimesCheck.Fault(times) is { } fault ? new(null, "time", fault) : new(times, "", "");
}
