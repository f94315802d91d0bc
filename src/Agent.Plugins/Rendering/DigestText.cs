namespace PromptLab.Plugins.Rendering;

/// <summary>Names of others inside what a model reads: on one line, quoted by the caller, without room for a long instruction.</summary>
internal static class DigestText
{
    private const int Longest = 80;

    public static string Clean(string text)
    {
        var line = string.Create(Math.Min(text.Length, Longest), text, static (span, source) =>
        {
            for (var at = 0; at < span.Length; at++)
            {
                span[at] = char.IsControl(source[at]) || source[at] is '"' ? ' ' : source[at];
            }
        });
        return text.Length > Longest ? line + "…" : line;
    }
}
