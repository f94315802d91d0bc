namespace PromptLab.Workflows.Evaluators;

/// <summary>Which model judges, and by what.</summary>
/// <param name="Provider">Null for the configured default.</param>
/// <param name="Model">As the provider knows it; null for its configured one.</param>
/// <param name="Criteria">What makes an output good, in plain words.</param>
/// <param name="PassMark">The score, 0 to 1, from which an output passes.</param>
public sealed record JudgeSettings(string? Provider, string? Model, string Criteria, double PassMark);
