using System.Text.RegularExpressions;

namespace PromptLab.Planner.Offline.Reading;

/// <summary>The content of a template that a message wants to create. It is data and must not be read as a request.</summary>
internal static partial class TemplateContent
{
    /// <summary>The message in front of "content:", "that says" or the like, and what follows; all of it and null without a template.</summary>
    public static (string Head, string? Content) Split(string text)
    {
        var mark = ContentMark().Match(text);
        while (mark.Success && !TemplateWord().IsMatch(text[..mark.Index]))
        {
            mark = ContentMark().Match(text, mark.Index + 1);
        }

        if (!mark.Success)
        {
            return (text, null);
        }

        var content = mark.Groups["content"].Value.Trim().Trim('"', '“', '”', '\'').Trim();
        return (text[..mark.Index], content.Length > 0 ? content : null);
    }

    [GeneratedRegex("""(?:\b(?:with|and|using|having|met|mit|con|avec)\s+(?:the\s+|this\s+|de\s+|dem\s+|el\s+|le\s+)?(?:following\s+)?)?\b(?:content|contents|text|body|prompt|inhoud|tekst|inhalt|contenido|texto|contenu|texte)\b\s*(?::|=|\bis\b|-|(?=["“]))\s*(?<content>.+)$|\b(?:that says|which says|saying|that reads)\b:?\s*(?<content>.+)$|(?<=["”’'\w])\s*:\s+(?<content>.+)$""", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex ContentMark();

    [GeneratedRegex("""\b(?:create|make|add|new|save|write|build|draft|set up|define|compose|generate|maak|nieuwe?|erstelle?|neue[sn]?|anlegen|crea|crear|nueva|haz|crée|créer|cree|fais|nouveau)\b.*\b(?:prompt[\s-]?)?(?:templates?|sjablo\w+|vorlagen?|plantillas?|mod[eè]les?)\b""", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex TemplateWord();
}
