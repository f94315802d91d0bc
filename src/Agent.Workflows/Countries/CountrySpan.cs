namespace PromptLab.Workflows.Countries;

/// <summary>A country named inside a sentence.</summary>
/// <param name="Start">Index of its first character.</param>
/// <param name="Text">Its words as written.</param>
public sealed record CountrySpan(int Start, string Text, Country Country)
{
    public int End => Start + Text.Length;
}
