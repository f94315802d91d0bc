using System.Globalization;
using System.Text;

namespace PromptLab.Planner.Confirmations;

/// <summary>
/// Reads a plain yes or no in English, Dutch, German, Spanish and French. Every word must belong to the answer: "yes, but with
/// another page" and "yes, delete it too" are neither, because an action is confirmed exactly as it was shown or not at all.
/// </summary>
public static class ConfirmationWords
{
    private const int LongestAnswer = 8;

    private static readonly HashSet<string> Yes = Words(
        """
        d'accord yes y yep yeah yup yea aye sure ok okay k okey approve approved confirm confirmed proceed agreed correct absolutely definitely
        affirmative fine ja jawel jep joh akkoord prima goed bevestig bevestigd natuurlijk zeker graag doen jawohl jo klar genau gerne
        bestätige bestätigt bestätigen einverstanden natürlich sicher gern si sí vale claro confirmo confirmado confirmar adelante
        acuerdo correcto hazlo dale supuesto oui ouais confirme confirmé confirmer accord vas-y allez-y parfait volontiers bien entendu
        """);

    private static readonly HashSet<string> No = Words(
        """
        no n nope nah never don't dont not cancel cancelled stop abort decline declined reject forget leave skip nee neen niet annuleer
        annuleren stoppen laat maar nein nicht abbrechen abbruch stopp lieber ablehnen cancela cancelar cancelado nunca déjalo dejalo
        para non annule annuler annulez pas laisse laissez jamais tomber arrête
        """);

    /// <summary>Words that go with either answer and change nothing.</summary>
    private static readonly HashSet<string> Filler = Words(
        """
        please pls plz thanks thank you go ahead do it that this one for me now then right of course sounds good great perfect looks let's lets
        let us i we it's its that's thats the and is all with am alright by well just mind never better rather off
        maar ga je gang het dat doe nu dan alsjeblieft aub graag bedankt dank is u gewoon dus toch wel zo hoor ik wil
        bitte danke mach das es ruhig los weiter mal so passt ist in ordnung lass machen sie du ich möchte will
        por favor gracias eso esto lo la de acuerdo está esta bien mejor hazlo adelante ya
        s'il vous plaît plait te merci faites fais ça ca le la c'est bon d' y va je veux
        """);

    /// <summary>Yeses without a word that means it alone.</summary>
    private static readonly List<string> GoAhead =
    [
        "go ahead", "do it", "do that", "sounds good", "looks good", "ga je gang", "doe het", "doe maar", "mach das", "mach es", "mach mal",
        "passt so", "in ordnung", "está bien", "fais le", "c'est bon",
    ];

    public static Confirmation Read(string text)
    {
        var words = Split(text);
        if (words.Count is 0 or > LongestAnswer || !words.TrueForAll(IsKnown))
        {
            return Confirmation.Neither;
        }

        // "ok, cancel it" and "no thanks, that's fine": who says both says no, for nothing is written by mistake then.
        return words.Exists(IsPlainNo) ? Confirmation.No : words.Exists(Yes.Contains) || IsGoAhead(words) ? Confirmation.Yes : Confirmation.Neither;
    }

    private static bool IsKnown(string word) => Yes.Contains(word) || No.Contains(word) || Filler.Contains(word);

    /// <summary>Dutch "laat maar" and "ja, maar" share a word; alone it says nothing.</summary>
    private static bool IsPlainNo(string word) => No.Contains(word) && word is not "maar";

    private static bool IsGoAhead(List<string> words)
    {
        var text = string.Join(' ', words);
        return GoAhead.Exists(phrase => text.Contains(phrase, StringComparison.Ordinal));
    }

    private static List<string> Split(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var letter in text.Normalize(NormalizationForm.FormC).Replace('’', '\'').ToLower(CultureInfo.InvariantCulture) + " ")
        {
            if (char.IsLetterOrDigit(letter) || letter == '\'' || (letter == '-' && word.Length > 0))
            {
                word.Append(letter);
            }
            else if (word.Length > 0)
            {
                words.Add(Unstretch(word.ToString().Trim('\'', '-')));
                word.Clear();
            }
        }

        return words;
    }

    /// <summary>"yesss" is "yes".</summary>
    private static string Unstretch(string word)
    {
        while (word.Length > 2 && word[^1] == word[^2] && !Yes.Contains(word) && !No.Contains(word) && !Filler.Contains(word))
        {
            word = word[..^1];
        }

        return word;
    }

    private static HashSet<string> Words(string list) => [.. list.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)];
}
