using PromptLab.Data.Templates;

namespace PromptLab.Workflows.Templates;

/// <summary>Why a user may not change a template that is not the user's own.</summary>
public static class TemplateRefusal
{
    /// <summary>Private ones of others do not exist for the user.</summary>
    public static async Task<TemplateSaving> RefusalAsync(this TemplateRepository templates, string user, Guid id, CancellationToken cancellationToken) =>
        await templates.FindVisibleAsync(user, id, cancellationToken) is { } row && row.Owner != user
            ? new TemplateSaving.NotOwner(row.Owner)
            : new TemplateSaving.NotFound();
}
