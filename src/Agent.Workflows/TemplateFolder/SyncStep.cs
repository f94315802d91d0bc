using PromptLab.Data.TemplateFolder;
using PromptLab.Workflows.Templates;

namespace PromptLab.Workflows.TemplateFolder;

/// <summary>What is to be done about one template, one file, or both.</summary>
internal abstract record SyncStep
{
    private SyncStep()
    {
    }

    /// <summary>Both say the same.</summary>
    /// <param name="IsKnown">False when that is still to be remembered.</param>
    public sealed record InStep(TemplateFileRow Template, FolderFile File, string Hash, bool IsKnown) : SyncStep;

    /// <summary>The template is new or changed, the file is not.</summary>
    /// <param name="File">Null for a new one.</param>
    public sealed record WriteFile(TemplateFileRow Template, string Name, FolderFile? File) : SyncStep;

    /// <summary>The file changed, the template did not.</summary>
    public sealed record ChangeTemplate(TemplateFileRow Template, FolderFile File, TemplateDraft Draft) : SyncStep;

    public sealed record CreateTemplate(FolderFile File, TemplateDraft Draft) : SyncStep;

    /// <summary>The template was deleted and the file is what it was.</summary>
    public sealed record DeleteFile(TemplateFileRow Template, FolderFile File) : SyncStep;

    /// <summary>Both are gone.</summary>
    public sealed record Forget(TemplateFileRow Template) : SyncStep;

    /// <summary>Nothing happens until somebody decides.</summary>
    /// <param name="File">Null when it is gone.</param>
    public sealed record Conflict(TemplateFileRow Template, string Name, FolderFile? File) : SyncStep;

    /// <summary>The file cannot be used; its template stays as it is.</summary>
    /// <param name="Template">Null when no template has had this file.</param>
    public sealed record Unusable(TemplateFileRow? Template, FolderFile File, string Problem) : SyncStep;
}
