using System.Globalization;
using System.Text.RegularExpressions;
using PromptLab.Workflows.Words;

namespace PromptLab.Workflows.Dates;

/// <summary>Reads moments to come: "3 days", "until Monday", "tomorrow", "2025-01-20", in English, Dutch, German, Spanish and French.</summary>
public static partial class LaterPhrases
{
    private const int LongestDays = 366;

    private static readonly HashSet<string> Leads =
    [
        "until", "till", "til", "for", "the", "next", "another", "in", "by", "on", "about", "coming", "tot", "voor", "over", "volgende", "komende", "aanstaande", "bis", "zum", "fur", "nachsten", "nachste",
        "kommenden", "hasta", "el", "la", "los", "las", "por", "durante", "proximo", "proxima", "jusqu", "jusque", "jusqua", "jusquau", "au", "a", "pendant", "pour", "prochain", "prochaine", "dans", "de", "le", "it", "then",
    ];

    private static readonly HashSet<string> Openings =
    [
        "until", "till", "til", "for", "tot", "voor", "bis", "fur", "hasta", "por", "durante", "jusqu", "jusque", "jusqua", "jusquau", "pendant", "pour", "tomorrow", "morgen", "manana", "demain",
    ];

    private static readonly string[] Weekdays =
    [
        "sunday sun zondag sonntag domingo dimanche", "monday mon maandag montag lunes lundi", "tuesday tue tues dinsdag dienstag martes mardi",
        "wednesday wed woensdag mittwoch miercoles mercredi", "thursday thu thur thurs donderdag donnerstag jueves jeudi",
        "friday fri vrijdag freitag viernes vendredi", "saturday sat zaterdag samstag sonnabend sabado samedi",
    ];

    private static readonly Dictionary<string, int> Numbers = Words(
        "a an one een ein eine einen un una uno une", "two twee zwei dos deux couple", "three drie drei tres trois", "four vier cuatro quatre", "five vijf funf cinco cinq",
        "six zes sechs seis", "seven zeven sieben siete sept", "eight acht ocho huit", "nine negen neun nueve neuf", "ten tien zehn diez dix");

    private static readonly Dictionary<string, int> Units = Words(
        "hour hours h hr hrs uur uren stunde stunden hora horas heure heures", "day days d dag dagen tag tage tagen dia dias jour jours",
        "week weeks w weken woche wochen semana semanas semaine semaines", "month months maand maanden monat monate monaten mes meses mois");

    /// <summary>The instant that is meant, later than now and within a year; null when the phrase means none.</summary>
    public static DateTimeOffset? Resolve(string phrase, NetworkCalendar calendar)
    {
        var words = WordReader.Read(phrase).Where(word => !word.IsPunctuation || word.Folded == "-").Select(word => word.Folded).ToList();
        var told = words.SkipWhile(Leads.Contains).ToList();
        if (told.Count == 0)
        {
            return null;
        }

        var now = calendar.Now;
        var moment = Span(words, now) ?? Day(told, calendar) ?? Instant(phrase) ?? Date(phrase, calendar);
        return moment is { } later && later > now && later <= now.AddDays(LongestDays) ? later.ToUniversalTime() : null;
    }

    /// <summary>Whether a phrase begins as one of these does, before anything is known of its end.</summary>
    public static bool Begins(string phrase)
    {
        var words = WordReader.Read(phrase).Select(word => word.Folded).ToList();
        return words is [var first, ..] && (Openings.Contains(first) || Span(words.GetRange(0, Math.Min(words.Count, 2)), DateTimeOffset.UnixEpoch) is not null);
    }

    /// <summary>"3 days", "for a week", "48h".</summary>
    private static DateTimeOffset? Span(List<string> words, DateTimeOffset now)
    {
        for (var at = 0; at < words.Count; at++)
        {
            var (number, unit) = Number().Match(words[at]) is { Success: true } figure
                ? (int.Parse(figure.Groups["number"].Value, CultureInfo.InvariantCulture), figure.Groups["unit"] is { Length: > 0 } own ? own.Value : words.ElementAtOrDefault(at + 1))
                : (Numbers.GetValueOrDefault(words[at]), words.ElementAtOrDefault(at + 1) is "of" or "few" ? words.ElementAtOrDefault(at + 2) : words.ElementAtOrDefault(at + 1));
            if (number > 0 && unit is not null && Units.TryGetValue(unit, out var kind))
            {
                return kind switch { 1 => now.AddHours(number), 2 => now.AddDays(number), 3 => now.AddDays(number * 7), _ => now.AddMonths(number) };
            }
        }

        return null;
    }

    private static DateTimeOffset? Day(List<string> words, NetworkCalendar calendar) => words switch
    {
        ["tomorrow" or "morgen" or "manana" or "demain", ..] => calendar.StartOf(calendar.Today.AddDays(1)),
        [var unit, ..] when Units.GetValueOrDefault(unit) == 3 => calendar.StartOf(Next(calendar.Today, DayOfWeek.Monday)),
        [var unit, ..] when Units.GetValueOrDefault(unit) == 4 => calendar.StartOf(new DateOnly(calendar.Today.Year, calendar.Today.Month, 1).AddMonths(1)),
        [var name, ..] when Array.FindIndex(Weekdays, names => names.Split(' ').Contains(name)) is >= 0 and var day => calendar.StartOf(Next(calendar.Today, (DayOfWeek)day)),
        _ => null,
    };

    private static DateOnly Next(DateOnly today, DayOfWeek day) => today.AddDays((((int)day - (int)today.DayOfWeek + 6) % 7) + 1);

    /// <summary>An instant as programs write it.</summary>
    private static DateTimeOffset? Instant(string phrase) =>
        phrase.Contains('T', StringComparison.Ordinal)
        && DateTimeOffset.TryParse(phrase.Trim(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) ? instant : null;

    /// <summary>A date, in the year that makes it the next one.</summary>
    private static DateTimeOffset? Date(string phrase, NetworkCalendar calendar)
    {
        var date = Lead().Replace(phrase, "").Trim();
        var today = calendar.Today;
        foreach (var text in new[] { date, $"{date} {today.Year}", $"{date} {today.Year + 1}" })
        {
            if (DatePhrases.Resolve(text, today) is DateResolution.Future { Asked.From: var day })
            {
                return calendar.StartOf(day);
            }
        }

        return null;
    }

    private static Dictionary<string, int> Words(params string[] lines) =>
        lines.Index().SelectMany(line => line.Item.Split(' ').Select(word => KeyValuePair.Create(word, line.Index + 1))).ToDictionary();

    [GeneratedRegex("^(?<number>[0-9]{1,3})(?<unit>[a-z]*)$")]
    private static partial Regex Number();

    [GeneratedRegex("^\\s*(?:until|till|til|tot|bis(?: zum)?|hasta(?: el)?|jusqu'au|jusqu’au|for|on|by)\\s+", RegexOptions.IgnoreCase)]
    private static partial Regex Lead();
}
