using PromptLab.Workflows.Evaluators;

namespace PromptLab.Workflows.Datasets;

/// <summary>A dataset as somebody wants it saved.</summary>
public sealed record DatasetDraft(string Name, string Description, Guid? TemplateId, IReadOnlyList<Evaluator> Evaluators, double Threshold, string Sharing);
