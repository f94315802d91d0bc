namespace PromptLab.Host.Templates;

/// <param name="Version">The version it stands for.</param>
public sealed record TemplateLabelDto(string Name, int Version, bool IsProtected);
