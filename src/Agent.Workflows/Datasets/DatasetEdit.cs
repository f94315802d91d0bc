using PromptLab.Workflows.Evaluators;

namespace PromptLab.Workflows.Datasets;

/// <summary>A change of a dataset; what is null stays as it is.</summary>
/// <param name="Revision">The one that was read; null to change whatever there is.</param>
/// <param name="TemplateId"><see cref="Guid.Empty"/> for none.</param>
public sealed record DatasetEdit(
    int? Revision, string? Name, string? Description, Guid? TemplateId, IReadOnlyList<Evaluator>? Evaluators, double? Threshold, string? Sharing)
{
    internal DatasetDraft Apply(Dataset dataset) => new(
        Name ?? dataset.Name, Description ?? dataset.Description, TemplateId is null ? dataset.TemplateId : TemplateId == Guid.Empty ? null : TemplateId,
        Evaluators ?? dataset.Evaluators, Threshold ?? dataset.Threshold, Sharing ?? dataset.Sharing);
}
