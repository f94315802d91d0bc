using System.Globalization;
using PromptLab.Workflows.Words;

namespace PromptLab.Planner.Offline.Alerts;

/// <summary>A message taken apart as a command over an alert.</summary>
/// <param name="Action">Null when no command was said.</param>
/// <param name="IsOutright">The command is said of nothing but alerts.</param>
/// <param name="Number">The alert's.</param>
/// <param name="NamesAlert">The word alert or warning was said.</param>
/// <param name="IsEvery">Several alerts are meant.</param>
/// <param name="Rest">What is none of this, for example "for 3 days"; null when there is nothing.</param>
internal sealed record AlertPhrase(string? Action, bool IsOutright, int? Number, bool NamesAlert, bool IsEvery, string? Rest)
{
    private const int LongestNumber = 7;

    public static AlertPhrase Read(string text)
    {
        var words = WordReader.Read(text);
        var (action, isOutright, actionAt, actionEnd) = FindAction(words);
        int? number = null;
        var (namesAlert, isEvery, restAt) = (false, false, -1);
        for (var at = 0; at < words.Count;)
        {
            var length = 1;
            if (at == actionAt)
            {
                length = actionEnd - actionAt;
            }
            else if (AlertWords.LengthOf("alert", words, at) is > 0 and var noun)
            {
                (namesAlert, length) = (true, noun);
            }
            else if (words[at].IsNumber && words[at].Text.Length <= LongestNumber && number is null && restAt < 0)
            {
                number = int.Parse(words[at].Text, CultureInfo.InvariantCulture);
            }
            else if (AlertWords.LengthOf("every", words, at) is > 0 and var every)
            {
                (isEvery, length) = (true, every);
            }
            else if (Math.Max(AlertWords.LengthOf("small", words, at), AlertWords.LengthOf("it", words, at)) is > 0 and var small)
            {
                length = small;
            }
            else if (!words[at].IsPunctuation && restAt < 0)
            {
                restAt = at;
            }

            at += length;
        }

        return new AlertPhrase(action, isOutright, number, namesAlert, isEvery, restAt < 0 ? null : text[words[restAt].Start..].Trim(' ', '.', '!', '?'));
    }

    /// <summary>The first command; of "mark alert 3 as resolved" it is the state.</summary>
    private static (string? Action, bool IsOutright, int At, int End) FindAction(IReadOnlyList<Word> words)
    {
        var isMark = words.Any(word => word.Folded is "mark" or "as" or "is" or "s" or "set" or "markeer" or "als" or "ist" or "markiere" or "como" or "esta" or "comme" or "est" or "been");
        for (var at = 0; at < words.Count; at++)
        {
            if (isMark && AlertWords.States.At(words, at) is [var state, ..])
            {
                return (state.Value, false, at, at + state.Length);
            }

            if (AlertWords.Commands.At(words, at) is [var outright, ..])
            {
                return (outright.Value, true, at, at + outright.Length);
            }

            if (AlertWords.LikelyCommands.At(words, at) is [var likely, ..])
            {
                return (likely.Value, false, at, at + likely.Length);
            }
        }

        return (null, false, -1, -1);
    }
}
