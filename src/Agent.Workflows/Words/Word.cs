namespace PromptLab.Workflows.Words;

/// <summary>A word, a number or a single punctuation mark of a text.</summary>
/// <param name="Text">As written.</param>
/// <param name="Folded">Lower case, without accents and apostrophes: what vocabularies are matched against.</param>
/// <param name="Start">Index of its first character in the text.</param>
public sealed record Word(string Text, string Folded, int Start)
{
    public int End => Start + Text.Length;

    public bool IsNumber => char.IsAsciiDigit(Folded[0]) && Folded.All(char.IsAsciiDigit);

    public bool IsPunctuation => !char.IsLetterOrDigit(Text[0]);
}
