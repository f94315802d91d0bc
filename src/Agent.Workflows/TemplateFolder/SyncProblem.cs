namespace PromptLab.Workflows.TemplateFolder;

/// <param name="Message">A sentence for the person.</param>
/// <param name="TemplateId">Whose file it is; null when it is no template's yet.</param>
public sealed record SyncProblem(string File, string Message, Guid? TemplateId = null);
