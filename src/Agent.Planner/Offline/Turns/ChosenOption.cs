using System.Globalization;
using System.Text.RegularExpressions;
using PromptLab.Planner.Confirmations;
using PromptLab.Planner.Offline.State;
using PromptLab.Workflows.Words;

namespace PromptLab.Planner.Offline.Turns;

/// <summary>"The second one" behind a question with numbered choices, or "yes" behind a single one.</summary>
internal static partial class ChosenOption
{
    private static readonly PhraseIndex<int> Ordinals = Load();

    private static readonly HashSet<string> Fillers =
        ["the", "one", "option", "choice", "number", "nr", "no", "please", "pls", "take", "use", "i", "mean", "meant", "want", "it", "is", "s", "its", "de", "het", "die", "der", "das", "el", "la", "le", "den", "graag", "bitte", "por", "favor", "."];

    /// <summary>What the choice stands for, as a person would say it; null when the message picks none.</summary>
    public static string? Read(string text, ConversationView view)
    {
        if (!view.IsAwaitingAnswer)
        {
            return null;
        }

        var choices = Choice().Matches(view.LastReply).Select(match => match.Groups["label"].Value.Trim()).ToList();
        var picked = Number(text, choices.Count) ?? (choices.Count == 1 && ConfirmationWords.Read(text) == Confirmation.Yes ? 1 : null);
        return picked is { } number ? Say(choices[number - 1]) : null;
    }

    private static int? Number(string text, int count)
    {
        var words = WordReader.Read(text).Where(word => !word.IsPunctuation && !Fillers.Contains(word.Folded)).ToList();
        if (words.Count != 1)
        {
            return null;
        }

        var number = words[0].IsNumber && words[0].Text.Length < 3 ? int.Parse(words[0].Text, CultureInfo.InvariantCulture)
            : Ordinals.At(words, 0) is [var ordinal, ..] ? ordinal.Value
            : 0;
        number = number < 0 ? count : number;
        return number >= 1 && number <= count ? number : null;
    }

    /// <summary>The id of "Summer Promo 2024 (1001)", because two entries may share a name.</summary>
    private static string Say(string label) => Id().Match(label) is { Success: true } id ? id.Groups["id"].Value : label;

    private static PhraseIndex<int> Load()
    {
        var index = new PhraseIndex<int>();
        string[] ordinals =
        [
            "first 1st eerste erste ersten erstes primero primera premier premiere former", "second 2nd tweede zweite zweiten zweites segundo segunda deuxieme latter",
            "third 3rd derde dritte dritten tercero tercera troisieme", "fourth 4th vierde vierte vierten cuarto cuarta quatrieme", "fifth 5th vijfde funfte quinto quinta cinquieme",
            "sixth 6th zesde sechste sexto sexta sixieme",
        ];
        foreach (var (place, words) in ordinals.Index())
        {
            foreach (var word in words.Split(' '))
            {
                index.Add(word, place + 1);
            }
        }

        foreach (var last in new[] { "last", "laatste", "letzte", "letzten", "ultimo", "ultima", "dernier", "derniere" })
        {
            index.Add(last, -1);
        }

        return index;
    }

    [GeneratedRegex(@"^\s*\d{1,2}\.\s+(?<label>.+)$", RegexOptions.Multiline)]
    private static partial Regex Choice();

    [GeneratedRegex(@"\((?<id>\d+)\)\s*$")]
    private static partial Regex Id();
}
