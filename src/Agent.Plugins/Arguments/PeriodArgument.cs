using System.Globalization;
using System.Text.Json.Nodes;
using PromptLab.Plugins.Rendering;
using PromptLab.Plugins.Tools;
using PromptLab.Workflows.Dates;

namespace PromptLab.Plugins.Arguments;

/// <summary>Reads periods and days, in words or canonical. What cannot be read is asked back; it never becomes a default.</summary>
internal sealed class PeriodArgument(NetworkCalendar calendar)
{
    private const string Argument = "date_range";
    private const int LongDays = 90;

    private static readonly ToolChoice[] Usual =
        [new("Last 7 days", "last 7 days"), new("Last 30 days", "last 30 days"), new("This month", "this month"), new("Last month", "last month")];

    public DateOnly Today => calendar.Today;

    /// <summary>The given period, or the days that end yesterday; null when it is asked about.</summary>
    public DateRange? ReadOrLast(RequestDraft draft, int days)
    {
        if (!draft.Given.Has(Argument))
        {
            var usual = new DateRange(Today.AddDays(-days), Today.AddDays(-1));
            Show(draft, usual, isDefault: true);
            return usual;
        }

        return Read(draft);
    }

    /// <summary>The given period; null when it is asked about, which a missing one is too.</summary>
    public DateRange? ReadOrAsk(RequestDraft draft, string missing)
    {
        if (!draft.Given.Has(Argument))
        {
            draft.Ask(Argument, missing, Usual);
            return null;
        }

        return Read(draft);
    }

    /// <summary>One day; null when it was not given or is asked about.</summary>
    public DateOnly? Day(RequestDraft draft, string argument, bool mayBeRange = false)
    {
        if (!draft.Given.Has(argument) || Resolve(draft, argument) is not { } range)
        {
            return null;
        }

        if (range.Days > 1 && !mayBeRange)
        {
            draft.Ask(argument, $"That is {range.Days} days, and one is needed. Which day?", [new("Yesterday", "yesterday"), new("Today", "today")]);
            return null;
        }

        draft.Settle(argument, Iso(range.From));
        return range.From;
    }

    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private DateRange? Read(RequestDraft draft)
    {
        if (Resolve(draft, Argument) is not { } range)
        {
            return null;
        }

        draft.Settle(Argument, new JsonObject { ["from"] = Iso(range.From), ["to"] = Iso(range.To) });
        Show(draft, range, isDefault: false);
        if (range.Days > LongDays)
        {
            draft.Note($"{range.Days} days are a long period; this may take a little longer.");
        }

        return range;
    }

    private DateRange? Resolve(RequestDraft draft, string argument)
    {
        var resolution = draft.Given.Values[argument] is JsonObject given ? Canonical(given) : DatePhrases.Resolve(draft.Given.Text(argument)!, Today);
        switch (resolution)
        {
            case DateResolution.Range { Value: var range, Notes: var notes }:
                foreach (var note in notes)
                {
                    draft.Note(note);
                }

                return range;
            case DateResolution.Future { Asked: var asked, Suggestion: var suggestion }:
                draft.Ask(argument, $"{Days(asked)} is still to come, so there are no figures. Shall I take {suggestion} instead?", [new ToolChoice(Capital(suggestion), suggestion)]);
                return null;
            case DateResolution.TooLong { Asked: var asked }:
                draft.Ask(argument, $"{Days(asked)} is {asked.Days} days; at most one year can be asked at once. Which part of it?", [new ToolChoice("Last 365 days", "last 365 days")]);
                return null;
            default:
                draft.Ask(argument, $"I cannot read “{MarkdownText.Escape(draft.Given.Text(argument)!)}” as a period. Which days do you mean?", Usual);
                return null;
        }
    }

    private DateResolution Canonical(JsonObject given)
    {
        var ends = new ToolArguments(given);
        return ends.Text("from") is { } from
            ? DatePhrases.Resolve(ends.Text("to") is { } to ? $"{from} to {to}" : $"since {from}", Today)
            : new DateResolution.Unclear();
    }

    private void Show(RequestDraft draft, DateRange range, bool isDefault) =>
        draft.Show(Argument, "Period", $"{Days(range)} ({calendar.TimeZone.Id})", isDefault);

    private static string Days(DateRange range) => range.Days == 1 ? Iso(range.From) : $"{Iso(range.From)} – {Iso(range.To)}";

    private static string Capital(string text) => string.Concat(text[..1].ToUpperInvariant(), text[1..]);
}
