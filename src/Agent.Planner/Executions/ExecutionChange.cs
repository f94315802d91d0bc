using PromptLab.Workflows.Templates;

namespace PromptLab.Planner.Executions;

/// <summary>What is different when an execution is run again; null keeps what it was.</summary>
public sealed record ExecutionChange(
    IReadOnlyDictionary<string, string>? Variables = null, int? Version = null, string? Label = null, string? Provider = null, string? Model = null,
    string? Fallback = null, ModelParameters? Parameters = null);
