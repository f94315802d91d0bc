using PromptLab.Workflows.TemplateFolder;

namespace PromptLab.Host.TemplateFolder;

/// <param name="Folder">Null when none is configured for you.</param>
/// <param name="Watching">Whether changes of files are noticed at once; otherwise they are at intervals.</param>
/// <param name="Files">That are in the folder.</param>
/// <param name="InStep">Of them, that say what their templates say.</param>
/// <param name="Conflicts">Both sides changed; neither is touched until you decide.</param>
/// <param name="Problems">Files that cannot be used; their templates stay as they are.</param>
public sealed record TemplateFolderDto(
    string? Folder, bool Watching, DateTimeOffset? LastSyncAt, int Files, int InStep, IReadOnlyList<SyncConflict> Conflicts, IReadOnlyList<SyncProblem> Problems)
{
    internal static readonly TemplateFolderDto None = new(null, false, null, 0, 0, [], []);

    internal static TemplateFolderDto Of(TemplateFolderStatus status, bool isWatching) =>
        new(status.Folder, isWatching, status.LastSyncAt, status.Files, status.InStep, status.Conflicts, status.Problems);
}
