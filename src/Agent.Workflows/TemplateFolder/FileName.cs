using System.Globalization;
using System.Text;

namespace PromptLab.Workflows.TemplateFolder;

/// <summary>Names of files that every file system takes: small letters, digits and hyphens.</summary>
internal static class FileName
{
    public const string Extension = ".yaml";

    private const int Longest = 60;
    private const string Nameless = "template";

    private static readonly string[] Reserved = ["con", "prn", "aux", "nul", .. Enumerable.Range(0, 10).SelectMany(n => new[] { $"com{n}", $"lpt{n}" })];

    /// <param name="taken">Keys of the files that are there already; the new one is added.</param>
    public static string For(string template, ISet<string> taken)
    {
        var stem = Stem(template);
        var name = stem + Extension;
        for (var number = 2; !taken.Add(FolderFile.KeyOf(name)); number++)
        {
            name = string.Create(CultureInfo.InvariantCulture, $"{stem}-{number}{Extension}");
        }

        return name;
    }

    private static string Stem(string template)
    {
        var stem = new StringBuilder();
        foreach (var sign in template.Normalize(NormalizationForm.FormD).ToLowerInvariant().Where(sign => CharUnicodeInfo.GetUnicodeCategory(sign) != UnicodeCategory.NonSpacingMark))
        {
            stem.Append(char.IsAsciiLetterOrDigit(sign) ? sign : '-');
        }

        var words = string.Join('-', stem.ToString().Split('-', StringSplitOptions.RemoveEmptyEntries));
        var name = words.Length > Longest ? words[..Longest].TrimEnd('-') : words;
        return name.Length == 0 ? Nameless : Reserved.Contains(name) ? $"{name}-{Nameless}" : name;
    }
}
