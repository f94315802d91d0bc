using PromptLab.Workflows.Templates;

namespace PromptLab.Host.Executions;

/// <summary>One combination to compare; what is missing is the newest version, the default provider, its model, the version's parameters.</summary>
public sealed record ComparisonRun(
    int? Version = null, string? Label = null, string? Provider = null, string? Model = null, string? Fallback = null, ModelParameters? Parameters = null);
