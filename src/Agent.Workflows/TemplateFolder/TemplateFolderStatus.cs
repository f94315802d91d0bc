namespace PromptLab.Workflows.TemplateFolder;

/// <summary>How the folder and the templates stand.</summary>
/// <param name="Files">That are in the folder.</param>
/// <param name="InStep">Of them, that say what their templates say.</param>
public sealed record TemplateFolderStatus(
    string Folder, DateTimeOffset? LastSyncAt, int Files, int InStep, IReadOnlyList<SyncConflict> Conflicts, IReadOnlyList<SyncProblem> Problems);
