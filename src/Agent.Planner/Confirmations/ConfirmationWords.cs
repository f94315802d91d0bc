using PromptLab.Workflows.Words;

namespace PromptLab.Planner.Confirmations;

/// <summary>
/// Reads a plain yes or no in English, Dutch, German, Spanish and French. Every word of the message must belong to it: a word
/// more may change the action, and then it is no confirmation.
/// </summary>
public static class ConfirmationWords
{
    private const int LongestAnswer = 12;

    private static readonly PhraseIndex<Confirmation> Phrases = Load();

    public static Confirmation Read(string text)
    {
        var words = WordReader.Read(text).Where(word => !word.IsPunctuation && !IsEmoji(word)).ToList();
        if (words.Count is 0 or > LongestAnswer)
        {
            return Confirmation.Neither;
        }

        // "Ok" is a yes alone, but only politeness in "ok, no".
        var (plain, polite) = (new HashSet<Confirmation>(), new HashSet<Confirmation>());
        for (var at = 0; at < words.Count;)
        {
            if (Find(words, at) is not [var longest, ..] found)
            {
                return Confirmation.Neither;
            }

            var said = found.Where(phrase => phrase.Length == longest.Length).Select(phrase => phrase.Value).ToHashSet();
            (said.Remove(Confirmation.Neither) ? polite : plain).UnionWith(said);
            at += longest.Length;
        }

        return Only(plain.Count > 0 ? plain : polite);
    }

    /// <summary>"Yesss" is "yes".</summary>
    private static IReadOnlyList<(Confirmation Value, int Length)> Find(List<Word> words, int at)
    {
        var word = words[at].Folded;
        var found = Phrases.At(words, at);
        while (found.Count == 0 && word.Length > 2 && word[^1] == word[^2])
        {
            word = word[..^1];
            found = Phrases.At(words, at, word);
        }

        return found;
    }

    private static Confirmation Only(HashSet<Confirmation> answers) => answers.Count == 1 ? answers.Single() : Confirmation.Neither;

    private static bool IsEmoji(Word word) => char.IsSurrogate(word.Text[0]);

    /// <summary>Lines of <c>confirmations.txt</c>: what the phrases say, and the phrases; "neither" are words of politeness beside them.</summary>
    private static PhraseIndex<Confirmation> Load()
    {
        var index = new PhraseIndex<Confirmation>();
        foreach (var line in EmbeddedLines.Read(typeof(ConfirmationWords), "confirmations.txt"))
        {
            var parts = line.Split(':', 2);
            foreach (var phrase in parts[1].Split(',', StringSplitOptions.TrimEntries))
            {
                index.Add(phrase, Enum.Parse<Confirmation>(parts[0], ignoreCase: true));
            }
        }

        return index;
    }
}
