using System.ComponentModel;

namespace PromptLab.Host.TemplateFolder;

public sealed record ConflictDecision([property: Description("template or file: the side that stays.")] string? Keep);
