namespace PromptLab.Workflows.Dates;

/// <summary>A date phrase inside a sentence.</summary>
/// <param name="Start">Index of its first character.</param>
/// <param name="Text">Its words as written; resolving them alone gives the same <paramref name="Resolution"/>.</param>
public sealed record DateSpan(int Start, string Text, DateResolution Resolution)
{
    public int End => Start + Text.Length;
}
