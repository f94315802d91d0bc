namespace PromptLab.Data.Templates;

/// <summary>A template as it should be from now on.</summary>
/// <param name="Tags">Distinct.</param>
/// <param name="Text">Null keeps the newest version as it is; the same text as that one makes no version either.</param>
/// <param name="Sharing">One of <see cref="Sharing.SharingScope"/>; null keeps it, and makes a new template private.</param>
public sealed record TemplateChange(string Name, string Description, IReadOnlyList<string> Tags, TemplateText? Text, string? Sharing = null);
