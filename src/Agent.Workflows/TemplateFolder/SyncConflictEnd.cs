using PromptLab.Workflows.Templates;

namespace PromptLab.Workflows.TemplateFolder;

/// <summary>Does what somebody decided: one side is put in the place of the other one.</summary>
internal sealed class SyncConflictEnd(SyncRun run, TemplateService templates)
{
    public async Task<ConflictEnd> DecideAsync(
        string owner, FolderFiles files, IReadOnlyList<SyncStep> steps, Guid id, bool isFileKept, CancellationToken cancellationToken)
    {
        if (steps.OfType<SyncStep.Unusable>().FirstOrDefault(step => step.Template?.TemplateId == id) is { } unusable)
        {
            return isFileKept ? new ConflictEnd.FileUnusable(unusable.Problem)
                : unusable.File.Text is null ? new ConflictEnd.FileUnusable(unusable.Problem)
                : End(await run.WriteAsync(owner, files, id, unusable.File.Name, unusable.File.Hash, cancellationToken));
        }

        if (steps.OfType<SyncStep.Conflict>().FirstOrDefault(step => step.Template.TemplateId == id) is not { } conflict)
        {
            return new ConflictEnd.NotFound();
        }

        return isFileKept ? await KeepFileAsync(owner, conflict, cancellationToken) : End(await KeepTemplateAsync(owner, files, conflict, cancellationToken));
    }

    private Task<bool> KeepTemplateAsync(string owner, FolderFiles files, SyncStep.Conflict conflict, CancellationToken cancellationToken) =>
        conflict.Template.DeletedAt is null
            ? run.WriteAsync(owner, files, conflict.Template.TemplateId, conflict.Name, conflict.File?.Hash, cancellationToken)
            : run.DeleteFileAsync(owner, files, conflict.Template.TemplateId, conflict.File!, cancellationToken);

    private async Task<ConflictEnd> KeepFileAsync(string owner, SyncStep.Conflict conflict, CancellationToken cancellationToken)
    {
        var row = conflict.Template;
        if (conflict.File is not { } file)
        {
            return End(await run.DeleteTemplateAsync(owner, row.TemplateId, cancellationToken));
        }

        if (file.Content is not { Draft: { } draft })
        {
            return new ConflictEnd.FileUnusable(file.Content.Problem!);
        }

        var revision = row.Revision;
        if (row.DeletedAt is not null)
        {
            if (await templates.UndeleteAsync(owner, row.TemplateId, cancellationToken) is not TemplateSaving.Saved back)
            {
                return new ConflictEnd.Refused(new TemplateSaving.NameTaken(row.Name));
            }

            revision = back.Template.Revision;
        }

        return await run.ChangeAsync(owner, row.TemplateId, revision, file, draft, cancellationToken) switch
        {
            TemplateSaving.Saved => new ConflictEnd.Decided(),
            TemplateSaving.Stale => new ConflictEnd.Changed(),
            var refused => new ConflictEnd.Refused(refused),
        };
    }

    private static ConflictEnd End(bool isDone) => isDone ? new ConflictEnd.Decided() : new ConflictEnd.Changed();
}
