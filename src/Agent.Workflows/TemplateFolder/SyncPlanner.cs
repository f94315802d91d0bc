using PromptLab.Data.TemplateFolder;
using PromptLab.Workflows.Templates;

namespace PromptLab.Workflows.TemplateFolder;

/// <summary>
/// Compares three texts for each template: its own, its file's, and what both said when they were in step last. A side that is still what it was
/// follows the other one; where both changed, or one is gone from the folder, somebody has to decide.
/// </summary>
internal sealed class SyncPlanner(TemplateReader reader)
{
    public async Task<IReadOnlyList<SyncStep>> PlanAsync(
        string owner, IReadOnlyList<TemplateFileRow> templates, IReadOnlyList<FolderFile> files, CancellationToken cancellationToken)
    {
        var steps = new List<SyncStep>();
        var pairs = FolderPairs.Of(templates, files);
        var names = templates.Where(template => template.DeletedAt is null).ToDictionary(template => Key(template.Name), template => template.TemplateId);
        HashSet<string> taken = [.. files.Select(file => file.Key), .. templates.Select(template => template.File).OfType<string>().Select(FolderFile.KeyOf)];
        foreach (var (template, file) in pairs.Pairs)
        {
            steps.Add(template.DeletedAt is not null ? Deleted(template, file)
                : file is null ? template.File is { } name ? new SyncStep.Conflict(template, name, null) : new SyncStep.WriteFile(template, FileName.For(template.Name, taken), null)
                : Free(await CompareAsync(owner, template, file, cancellationToken), names));
        }

        foreach (var file in pairs.Others)
        {
            steps.Add(Free(file.Content is { Draft: { } draft } ? new SyncStep.CreateTemplate(file, draft) : new SyncStep.Unusable(null, file, file.Content.Problem!), names));
        }

        return steps;
    }

    private static SyncStep Deleted(TemplateFileRow template, FolderFile? file) =>
        file is null ? new SyncStep.Forget(template)
        : file.Hash == template.FileHash || (file.Content.Hash is { } hash && hash == template.BaseHash) ? new SyncStep.DeleteFile(template, file)
        : new SyncStep.Conflict(template, file.Name, file);

    private async Task<SyncStep> CompareAsync(string owner, TemplateFileRow template, FolderFile file, CancellationToken cancellationToken)
    {
        var isFileKnown = file.Hash.Length > 0 && file.Hash == template.FileHash;
        if (!isFileKnown && file.Content.Problem is { } problem)
        {
            return new SyncStep.Unusable(template, file, problem);
        }

        var known = template.BaseHash;
        var ours = template.SyncedRevision == template.Revision && known is not null ? known : await HashAsync(owner, template, cancellationToken);
        var theirs = isFileKnown && known is not null ? known : file.Content.Hash!;
        return ours == theirs ? new SyncStep.InStep(template, file, ours, IsKnown(template, file, ours))
            : theirs == known ? new SyncStep.WriteFile(template, file.Name, file)
            : ours == known ? new SyncStep.ChangeTemplate(template, file, file.Content.Draft!)
            : new SyncStep.Conflict(template, file.Name, file);
    }

    private static bool IsKnown(TemplateFileRow template, FolderFile file, string hash) =>
        template.BaseHash == hash && template.FileHash == file.Hash && template.File == file.Name && template.SyncedRevision == template.Revision
        && template.ConflictSince is null;

    private async Task<string> HashAsync(string owner, TemplateFileRow row, CancellationToken cancellationToken) =>
        await reader.FindAsync(owner, row.TemplateId, cancellationToken) is { } template
            ? SyncText.HashOf(template, (await reader.NewestAsync(template, cancellationToken)).Body)
            : "";

    /// <summary>A name is one template's, and one file's.</summary>
    private static SyncStep Free(SyncStep step, Dictionary<string, Guid> names)
    {
        var (file, draft, id) = step switch
        {
            SyncStep.CreateTemplate create => (create.File, create.Draft, Guid.Empty),
            SyncStep.ChangeTemplate change => (change.File, change.Draft, change.Template.TemplateId),
            _ => (null, null, Guid.Empty),
        };
        return draft is null || names.TryAdd(Key(draft.Name), id) || (id != Guid.Empty && names[Key(draft.Name)] == id)
            ? step
            : new SyncStep.Unusable((step as SyncStep.ChangeTemplate)?.Template, file!, $"There is another template called “{draft.Name}”. Give this one a name of its own.");
    }

    private static string Key(string name) => name.ToLowerInvariant();
}
