using System.ComponentModel;
using PromptLab.Data.Sharing;
using PromptLab.Workflows.Datasets;

namespace PromptLab.Host.Datasets;

public sealed record NewDataset(
    [property: Description("Unique among your datasets; case makes no difference.")] string? Name,
    string? Description = null,
    [property: Description("The template that it is made for.")] Guid? TemplateId = null,
    IReadOnlyList<EvaluatorDto?>? Evaluators = null,
    [property: Description("Share of the rows that must pass, 0 to 1; 1 when it is missing.")] double? Threshold = null,
    [property: Description("private (when missing) or team: whether the others see and run it.")] string? Sharing = null)
{
    internal DatasetDraft ToDraft() => new(
        Name ?? "", Description ?? "", TemplateId, [.. (Evaluators ?? []).Select(evaluator => (evaluator ?? new(null, null)).ToEvaluator())], Threshold ?? 1, Sharing ?? SharingScope.Private);
}
