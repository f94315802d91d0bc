namespace PromptLab.Workflows.TemplateFolder;

/// <summary>A template and its file that both changed since they were in step; neither is touched until somebody decides.</summary>
/// <param name="Template">Null when it was deleted.</param>
/// <param name="Folder">Null when the file is gone.</param>
/// <param name="Since">Null until the next synchronisation has noticed it.</param>
public sealed record SyncConflict(Guid TemplateId, string Name, string File, SyncSide? Template, SyncSide? Folder, DateTimeOffset? Since);
