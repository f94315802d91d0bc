using PromptLab.Workflows.Datasets;

namespace PromptLab.Host.Datasets;

/// <param name="TemplateId">The template that it was made for; null for none.</param>
/// <param name="Threshold">Share of the rows that must pass, 0 to 1.</param>
/// <param name="Rows">How many there are.</param>
/// <param name="Revision">Rises with every change of rows, evaluators or threshold.</param>
/// <param name="Sharing"><c>private</c> or <c>team</c>.</param>
public sealed record DatasetDto(
    Guid Id, string Name, string Description, Guid? TemplateId, IReadOnlyList<EvaluatorDto> Evaluators, double Threshold, int Rows, int Revision,
    string Sharing, string Owner, DateTimeOffset CreatedAt, string CreatedBy, DateTimeOffset UpdatedAt, string UpdatedBy, DateTimeOffset? DeletedAt)
{
    internal static DatasetDto Of(Dataset dataset) => new(
        dataset.Id, dataset.Name, dataset.Description, dataset.TemplateId, [.. dataset.Evaluators.Select(EvaluatorDto.Of)], dataset.Threshold, dataset.Rows,
        dataset.Revision, dataset.Sharing, dataset.Owner, dataset.CreatedAt, dataset.CreatedBy, dataset.UpdatedAt, dataset.UpdatedBy, dataset.DeletedAt);
}
