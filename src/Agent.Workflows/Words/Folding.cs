using System.Text;

namespace PromptLab.Workflows.Words;

/// <summary>Lower case without accents, the same with and without ICU on the machine.</summary>
public static class Folding
{
    private const string Accented = "àáâãäåāăąçćčďđèéêëēĕėęěğģìíîïīįıķłļľñńňòóôõöøōőŕřśşšșţťțùúûüūůűųýÿźżž";
    private const string Plain = "aaaaaaaaacccddeeeeeeeeeggiiiiiiiklllnnnoooooooorrsssstttuuuuuuuuyyzzz";

    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            Append(folded, char.ToLowerInvariant(character));
        }

        return folded.ToString();
    }

    internal static bool IsApostrophe(char character) => character is '\'' or '’' or 'ʼ' or '`' or '´';

    private static void Append(StringBuilder folded, char character)
    {
        if (character < 128)
        {
            if (!IsApostrophe(character) || folded.Length == 0)
            {
                folded.Append(character);
            }
        }
        else if (character is 'ß')
        {
            folded.Append("ss");
        }
        else if (character is 'æ' or 'œ')
        {
            folded.Append(character == 'æ' ? "ae" : "oe");
        }
        else if (!IsApostrophe(character) && !IsCombining(character))
        {
            var index = Accented.IndexOf(character, StringComparison.Ordinal);
            folded.Append(index < 0 ? character : Plain[index]);
        }
        else if (folded.Length == 0)
        {
            folded.Append('\'');
        }
    }

    private static bool IsCombining(char character) => character is >= '\u0300' and <= '\u036f';
}
