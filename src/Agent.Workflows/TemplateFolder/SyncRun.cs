using PromptLab.Data.TemplateFolder;
using PromptLab.Data.Templates;
using PromptLab.Workflows.Templates;

namespace PromptLab.Workflows.TemplateFolder;

/// <summary>
/// Takes single steps. Each one changes one side first and then remembers that both are in step: whoever dies between the two finds them the same
/// the next time, and only remembers.
/// </summary>
internal sealed class SyncRun(TemplateFileRepository known, TemplateService templates, TemplateReader reader, TemplateRepository rows)
{
    /// <returns>False when a side has changed meanwhile; the next time finds that.</returns>
    public async Task<bool> TakeAsync(string owner, FolderFiles files, SyncStep step, CancellationToken cancellationToken)
    {
        switch (step)
        {
            case SyncStep.InStep { IsKnown: false } same:
                await known.RememberAsync(owner, same.Template.TemplateId, same.File.Name, same.Hash, same.File.Hash, same.Template.Revision, cancellationToken);
                return true;
            case SyncStep.WriteFile write:
                return await WriteAsync(owner, files, write.Template.TemplateId, write.Name, write.File?.Hash, cancellationToken);
            case SyncStep.ChangeTemplate change:
                return await ChangeAsync(owner, change.Template.TemplateId, change.Template.Revision, change.File, change.Draft, cancellationToken) is TemplateSaving.Saved;
            case SyncStep.CreateTemplate create:
                return await RememberAsync(owner, create.File, await templates.CreateAsync(owner, Named(create.Draft, create.File), cancellationToken), cancellationToken) is TemplateSaving.Saved;
            case SyncStep.DeleteFile delete:
                return await DeleteFileAsync(owner, files, delete.Template.TemplateId, delete.File, cancellationToken);
            case SyncStep.Forget forget:
                await known.ForgetAsync(owner, forget.Template.TemplateId, cancellationToken);
                return true;
            case SyncStep.Conflict conflict:
                await known.DisputeAsync(owner, conflict.Template.TemplateId, conflict.Name, cancellationToken);
                return true;
            default:
                return true;
        }
    }

    public async Task<bool> WriteAsync(string owner, FolderFiles files, Guid id, string name, string? expected, CancellationToken cancellationToken)
    {
        if (await reader.FindAsync(owner, id, cancellationToken) is not { } template)
        {
            return false;
        }

        var body = (await reader.NewestAsync(template, cancellationToken)).Body;
        if (files.Write(name, TemplateFile.Write(template, body), expected) is not { } written)
        {
            return false;
        }

        await known.RememberAsync(owner, id, name, SyncText.HashOf(template, body), written, template.Revision, cancellationToken);
        return true;
    }

    public async Task<TemplateSaving> ChangeAsync(
        string owner, Guid id, int revision, FolderFile file, TemplateDraft draft, CancellationToken cancellationToken)
    {
        var (name, description, tags, body, message, _) = Named(draft, file);
        var edit = new TemplateEdit(revision, name, description, tags, body.Content, body.SystemPrompt ?? "", body.Inputs, body.Parameters, message, null);
        return await RememberAsync(owner, file, await templates.ChangeAsync(owner, id, edit, cancellationToken), cancellationToken);
    }

    public async Task<bool> DeleteFileAsync(string owner, FolderFiles files, Guid id, FolderFile file, CancellationToken cancellationToken)
    {
        var isDeleted = files.Delete(file.Name, file.Hash);
        if (isDeleted)
        {
            await known.ForgetAsync(owner, id, cancellationToken);
        }

        return isDeleted;
    }

    public async Task<bool> DeleteTemplateAsync(string owner, Guid id, CancellationToken cancellationToken)
    {
        var isDeleted = await rows.DeleteAsync(owner, id, cancellationToken);
        await known.ForgetAsync(owner, id, cancellationToken);
        return isDeleted;
    }

    private async Task<TemplateSaving> RememberAsync(string owner, FolderFile file, TemplateSaving saving, CancellationToken cancellationToken)
    {
        if (saving is TemplateSaving.Saved saved)
        {
            var hash = SyncText.HashOf(saved.Template, saved.Version.Body);
            await known.RememberAsync(owner, saved.Template.Id, file.Name, hash, file.Hash, saved.Template.Revision, cancellationToken);
        }

        return saving;
    }

    private static TemplateDraft Named(TemplateDraft draft, FolderFile file) => draft with { Message = $"From the file {file.Name}" };
}
