using System.Collections.Frozen;
using PromptLab.Plugins.Rendering;
using PromptLab.Plugins.Tools;

namespace PromptLab.Plugins.Arguments;

/// <summary>An argument that takes one of a few words, and the words that people use instead.</summary>
internal sealed class WordArgument
{
    private static readonly string[] Prepositions = ["by ", "per ", "each ", "nach ", "pro ", "por ", "par ", "op "];
    private readonly string[] _words;
    private readonly FrozenDictionary<string, string> _synonyms;

    /// <param name="entries">The canonical word first, then its synonyms, in lower case.</param>
    public WordArgument(params string[][] entries)
    {
        _words = [.. entries.Select(entry => entry[0])];
        _synonyms = entries.SelectMany(entry => entry.Select(Key).Distinct().Select(key => KeyValuePair.Create(key, entry[0])))
            .ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>The canonical word for a text; null when it is none of them.</summary>
    public string? Find(string text)
    {
        var key = Key(Prepositions.FirstOrDefault(word => text.StartsWith(word, StringComparison.OrdinalIgnoreCase)) is { } by ? text[by.Length..] : text);
        return _synonyms.GetValueOrDefault(key) ?? (key.EndsWith('s') ? _synonyms.GetValueOrDefault(key[..^1]) : _synonyms.GetValueOrDefault(key + "s"));
    }

    /// <summary>The canonical word that was given; null when it was not given or is asked about.</summary>
    public string? Read(RequestDraft draft, string argument, string what)
    {
        if (draft.Given.Text(argument) is not { } text)
        {
            return null;
        }

        if (Find(text) is not { } word)
        {
            draft.Ask(argument, $"“{MarkdownText.Escape(text)}” is not a {what} I know. Which one do you mean?", Choices(draft));
            return null;
        }

        draft.Settle(argument, word);
        return word;
    }

    private IEnumerable<ToolChoice> Choices(RequestDraft draft) => _words.Select(word => new ToolChoice(word, word));

    private static string Key(string text)
    {
        Span<char> key = stackalloc char[Math.Min(text.Length, 64)];
        var length = 0;
        foreach (var letter in text)
        {
            if (char.IsLetterOrDigit(letter) && length < key.Length)
            {
                key[length++] = char.ToLowerInvariant(letter);
            }
        }

        return new string(key[..length]);
    }
}
