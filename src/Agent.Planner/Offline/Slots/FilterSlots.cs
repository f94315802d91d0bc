using System.Text.Json.Nodes;
using PromptLab.Planner.Offline.Reading;
using PromptLab.Planner.Offline.Vocabulary;
using PromptLab.Workflows.Dates;

namespace PromptLab.Planner.Offline.Slots;

/// <summary>Country and period.</summary>
internal static class FilterSlots
{
    private static readonly HashSet<string> Comparing =
        ["with", "to", "than", "versus", "vs", "against", "compared", "met", "tot", "tegenover", "tov", "opzichte", "mit", "zu", "zum", "zur", "gegenuber", "con", "frente", "respecto", "contra", "avec", "rapport", "contre", "face", "from"];

    public static void Fill(Frame frame, MessageReading reading, DateOnly today)
    {
        FillCountry(frame, reading);
        FillPeriod(frame, reading, today);
    }

    /// <summary>The countries that the message settles on; several are a question or, for a summary, all of them.</summary>
    public static IReadOnlyList<string> Countries(MessageReading reading)
    {
        var settled = Negation.Settle(reading, reading.Countries, country => country.At);
        if (settled.Count > 1 && settled.Where(country => IsFocused(reading, country)).ToList() is { Count: > 0 } focused)
        {
            settled = focused;
        }

        return [.. settled.Select(country => country.Value.Code).Distinct()];
    }

    private static void FillCountry(Frame frame, MessageReading reading)
    {
        if (Countries(reading) is [var only])
        {
            frame.Set("country", only);
        }
        else if (reading.Countries.Count > 0 || (!reading.Has(Concept.There) && DropsCountry(reading)))
        {
            frame.Drop("country");
        }
    }

    private static bool IsFocused(MessageReading reading, Placed<Workflows.Countries.Country> country) =>
        reading.Hits.Any(hit => hit.Concept == Concept.Only && (hit.At == country.End || (hit.End <= country.At && country.At - hit.End <= 3)));

    private static bool DropsCountry(MessageReading reading) => reading.Hits.Any(hit =>
        hit.Concept == Concept.All && (hit.Length > 1 || IsWorld(reading.Words[hit.At].Folded)
            || reading.StartsAt(Concept.Geo, hit.End) || reading.StartsAt(Concept.Geo, hit.End + 1)))
        || reading.Hits.Any(hit => hit.Concept == Concept.Without
            && Enumerable.Range(hit.End, 3).Any(at => reading.StartsAt(Concept.Geo, at)));

    private static bool IsWorld(string word) =>
        word is "worldwide" or "globally" or "global" or "everywhere" or "anywhere" or "overall" or "wereldwijd" or "overal" or "weltweit" or "uberall"
            or "insgesamt" or "mundial" or "partout" or "mondial";

    private static void FillPeriod(Frame frame, MessageReading reading, DateOnly today)
    {
        var dates = Negation.Settle(reading, reading.Dates.Where(date => !IsCompared(reading, date.At)), date => date.At);
        var date = Clearest(dates);
        if (date is null)
        {
            if (Adjective(reading) is { } usual)
            {
                frame.Set("date_range", usual);
            }

            return;
        }

        frame.Set("date_range", Say(date, today));
        frame.Set("date", Say(date, today));
        if (date.Resolution is DateResolution.Range { Value: var range } && range.To == today.AddDays(-1) && range.Days > 1)
        {
            frame.Set("analysis_days", range.Days);
        }
    }

    /// <summary>The first period, or the one with figures that spells it out ("over Christmas, Dec 24 to 26").</summary>
    private static DateSpan? Clearest(IReadOnlyList<Placed<DateSpan>> dates)
    {
        if (dates.Count == 0)
        {
            return null;
        }

        var first = dates[0].Value;
        return first.Text.Any(char.IsAsciiDigit) ? first : dates.Select(date => date.Value).FirstOrDefault(date => date.Text.Any(char.IsAsciiDigit) && Overlap(first, date)) ?? first;
    }

    private static bool Overlap(DateSpan one, DateSpan other) =>
        one.Resolution is DateResolution.Range { Value: var left } && other.Resolution is DateResolution.Range { Value: var right }
        && left.From <= right.To && right.From <= left.To;

    /// <summary>In "last week versus the week before" the second period only says what to compare with.</summary>
    private static bool IsCompared(MessageReading reading, int at)
    {
        var compared = reading.Hits.LastOrDefault(hit => hit.Concept == Concept.Compare && hit.End <= at && at - hit.End <= 3);
        return compared.Length > 0 && Enumerable.Range(compared.At, at - compared.At).Any(index => Comparing.Contains(reading.Words[index].Folded));
    }

    /// <summary>The words themselves, or the days when only this conversation makes sense of the words ("the week before").</summary>
    private static JsonNode Say(DateSpan date, DateOnly today) =>
        date.Resolution is DateResolution.Range { Value: var range }
        && !(DatePhrases.Resolve(date.Text, today) is DateResolution.Range { Value: var alone } && alone == range)
            ? range.ToString()
            : date.Text;

    /// <summary>A monthly summary is one of last month; a weekly one has the usual seven days.</summary>
    private static string? Adjective(MessageReading reading) =>
        reading.Has(Concept.Monthly) ? "last month"
        : reading.Has(Concept.Daily) ? "yesterday"
        : reading.Has(Concept.Quarterly) ? "last quarter"
        : reading.Has(Concept.Yearly) ? "last year"
        : null;
}
