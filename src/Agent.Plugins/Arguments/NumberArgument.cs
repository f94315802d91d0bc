using System.Globalization;
using System.Text.Json.Nodes;
using PromptLab.Plugins.Rendering;

namespace PromptLab.Plugins.Arguments;

/// <summary>Reads numbers as people write them: <c>50</c>, <c>"50"</c>, <c>"&gt;50"</c>, <c>"at least 50 clicks"</c>, <c>"1,000"</c>, <c>"2k"</c>, <c>"50%"</c>.</summary>
internal static class NumberArgument
{
    /// <summary>A whole number within the limits; null when it was not given or is asked about.</summary>
    public static int? Whole(RequestDraft draft, string argument, string what, int least, int most)
    {
        if (draft.Given.Text(argument) is not { } text)
        {
            return null;
        }

        if (Read(text) is not { } number || number != decimal.Truncate(number) || number < least || number > most)
        {
            draft.Ask(argument, $"“{MarkdownText.Escape(text)}” is not a {what} I can use. Which number from {Plain(least)} to {Plain(most)}?");
            return null;
        }

        draft.Settle(argument, (int)number);
        return (int)number;
    }

    /// <summary>A percentage above 0 and up to 100; <c>-60</c>, <c>60 %</c> and <c>0.6</c> are the same. Null when not given or asked about.</summary>
    public static decimal? Percent(RequestDraft draft, string argument, string what)
    {
        if (draft.Given.Text(argument) is not { } text)
        {
            return null;
        }

        var number = Math.Abs(Read(text) ?? 0);
        var percent = number <= 1 && !text.Contains('%') ? number * 100 : number;
        if (percent is <= 0 or > 100)
        {
            draft.Ask(argument, $"“{MarkdownText.Escape(text)}” is not a {what} I can use. Which percentage from 1 to 100?");
            return null;
        }

        draft.Settle(argument, percent == decimal.Truncate(percent) ? JsonValue.Create((int)percent) : JsonValue.Create(percent));
        return percent;
    }

    /// <summary>The one number of a text; null when it holds none or several.</summary>
    public static decimal? Read(string text)
    {
        decimal? found = null;
        for (var at = 0; at < text.Length; at++)
        {
            if (!char.IsAsciiDigit(text[at]))
            {
                continue;
            }

            var end = at;
            while (end < text.Length && (char.IsAsciiDigit(text[end]) || (text[end] is '.' or ',' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1]))))
            {
                end++;
            }

            if (found is not null || !decimal.TryParse(text.AsSpan(at, end - at), NumberStyles.Number, CultureInfo.InvariantCulture, out var number))
            {
                return null;
            }

            var isThousands = end < text.Length && text[end] is 'k' or 'K' && (end + 1 == text.Length || !char.IsLetter(text[end + 1]));
            found = (at > 0 && text[at - 1] == '-' ? -number : number) * (isThousands ? 1000 : 1);
            at = end;
        }

        return found;
    }

    private static string Plain(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
