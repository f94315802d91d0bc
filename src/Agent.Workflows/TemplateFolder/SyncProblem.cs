namespace PromptLab.Workflows.TemplateFolder;

/// <param name="Message">A sentence for the person.</param>
public sealed record SyncProblem(string File, string Message);
