using System.Security.Cryptography;
using System.Text;
using PromptLab.Workflows.Templates;

namespace PromptLab.Workflows.TemplateFolder;

/// <summary>What a template file says, however it is written.</summary>
/// <param name="Draft">Null when it cannot be used.</param>
/// <param name="Hash">The same for files that make the same template.</param>
/// <param name="Problem">A sentence; null when it can be used.</param>
internal sealed record SyncText(TemplateDraft? Draft, string? Hash, string? Problem)
{
    public static SyncText Read(string yaml)
    {
        try
        {
            var draft = TemplateFile.Read(yaml).Tidy();
            return TemplateCheck.Problems(draft) is { Count: > 0 } problems
                ? new(null, null, string.Join(' ', problems.Select(problem => problem.Text)))
                : new(draft, HashOf(Encoding.UTF8.GetBytes(TemplateFile.Write(draft.Name, draft.Description, draft.Tags, draft.Body))), null);
        }
        catch (FormatException exception)
        {
            return new(null, null, $"The file cannot be used: {exception.Message}.");
        }
    }

    /// <summary>Of the file that would be written, read again: spaces at the end, for example, do not survive that.</summary>
    public static string HashOf(Template template, TemplateBody body)
    {
        var yaml = TemplateFile.Write(template, body);
        return Read(yaml).Hash ?? HashOf(Encoding.UTF8.GetBytes(yaml));
    }

    public static string HashOf(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
