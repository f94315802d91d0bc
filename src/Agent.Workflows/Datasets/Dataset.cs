using PromptLab.Data.Datasets;
using PromptLab.Workflows.Evaluators;
using PromptLab.Workflows.Templates;

namespace PromptLab.Workflows.Datasets;

/// <summary>A dataset without its rows.</summary>
/// <param name="TemplateId">The template that it was made for; null for none.</param>
/// <param name="Threshold">Share of the rows that must pass, 0 to 1.</param>
/// <param name="Rows">How many there are.</param>
/// <param name="Revision">Rises with every change of rows, evaluators or threshold.</param>
/// <param name="Sharing">One of <see cref="Data.Sharing.SharingScope"/>.</param>
public sealed record Dataset(
    Guid Id, string Name, string Description, Guid? TemplateId, IReadOnlyList<Evaluator> Evaluators, double Threshold, int Rows, int Revision, string Sharing, string Owner)
{
    public required DateTimeOffset CreatedAt { get; init; }

    public required string CreatedBy { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    public required string UpdatedBy { get; init; }

    public DateTimeOffset? DeletedAt { get; init; }

    /// <summary>Evaluators as they are stored.</summary>
    public static IReadOnlyList<Evaluator> ReadEvaluators(string json) => TemplateJson.Read<List<Evaluator>>(json);

    internal static Dataset Of(DatasetRow row) => new(
        row.Id, row.Name, row.Description, row.TemplateId, ReadEvaluators(row.Evaluators), row.Threshold, row.RowCount, row.Revision, row.Sharing, row.Owner)
    {
        CreatedAt = row.CreatedAt,
        CreatedBy = row.CreatedBy,
        UpdatedAt = row.UpdatedAt,
        UpdatedBy = row.UpdatedBy,
        DeletedAt = row.DeletedAt,
    };
}
