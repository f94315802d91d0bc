namespace PromptLab.Workflows.TemplateFolder;

/// <param name="Version">Of a template; null for a file.</param>
/// <param name="Hash">The same for texts that make the same template; null when the file cannot be used.</param>
/// <param name="Text">YAML.</param>
public sealed record SyncSide(int? Version, string? Hash, string Text);
