using System.ComponentModel;
using PromptLab.Workflows.Datasets;

namespace PromptLab.Host.Datasets;

/// <summary>What is missing stays as it is.</summary>
public sealed record ChangedDataset(
    [property: Description("The revision that was read; another one in the meantime is a conflict. Missing changes whatever there is.")] int? Revision = null,
    string? Name = null,
    string? Description = null,
    [property: Description("An empty text removes it.")] string? TemplateId = null,
    IReadOnlyList<EvaluatorDto?>? Evaluators = null,
    double? Threshold = null,
    [property: Description("private or team")] string? Sharing = null)
{
    /// <summary>False when <see cref="TemplateId"/> is no id.</summary>
    internal bool TryGetEdit(out DatasetEdit edit)
    {
        var isId = Guid.TryParse(TemplateId, out var template);
        edit = new(
            Revision, Name, Description, TemplateId is null ? null : template,
            Evaluators is null ? null : [.. Evaluators.Select(evaluator => (evaluator ?? new(null, null)).ToEvaluator())], Threshold, Sharing);
        return isId || string.IsNullOrEmpty(TemplateId);
    }
}
