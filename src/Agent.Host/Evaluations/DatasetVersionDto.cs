using PromptLab.Data.Evaluations;

namespace PromptLab.Host.Evaluations;

/// <summary>How one version with one model did on a dataset when it was last evaluated.</summary>
/// <param name="Revision">Of the dataset then.</param>
/// <param name="Score">Mean score of all rows, 0 to 1.</param>
/// <param name="Cost">Null when a price is not known.</param>
/// <param name="MedianMs">Of the rows' executions.</param>
public sealed record DatasetVersionDto(
    Guid TemplateId, string TemplateName, int Version, string Provider, string Model, Guid EvaluationId, int Revision, double Score, int Passed, int Total, bool Pass,
    decimal? Cost, long? MedianMs, DateTimeOffset CreatedAt)
{
    internal static DatasetVersionDto Of(EvaluationRow row) => new(
        row.TemplateId, row.TemplateName, row.Version, row.Provider, row.Model, row.Id, row.DatasetRevision, row.Score, row.Passed, row.Total, row.Pass == true,
        row.KnownCost, row.MedianMs, row.CreatedAt);
}
