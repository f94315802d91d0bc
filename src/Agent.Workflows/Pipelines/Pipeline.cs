using PromptLab.Data.Pipelines;
using PromptLab.Workflows.Templates;

namespace PromptLab.Workflows.Pipelines;

/// <summary>A saved pipeline.</summary>
/// <param name="Sharing"><c>private</c> or <c>team</c>.</param>
/// <param name="Revision">Rises with every change.</param>
public sealed record Pipeline(
    Guid Id, string Owner, string Name, string Description, IReadOnlyList<string> Tags, PipelineDefinition Definition, string Sharing, int Revision)
{
    public required DateTimeOffset CreatedAt { get; init; }

    public required string CreatedBy { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    public required string UpdatedBy { get; init; }

    public DateTimeOffset? DeletedAt { get; init; }

    internal static Pipeline Of(PipelineRow row) => new(
        row.Id, row.Owner, row.Name, row.Description, TemplateJson.Read<List<string>>(row.Tags),
        TemplateJson.Read<PipelineDefinition>(row.Definition), row.Sharing, row.Revision)
    {
        CreatedAt = row.CreatedAt,
        CreatedBy = row.CreatedBy,
        UpdatedAt = row.UpdatedAt,
        UpdatedBy = row.UpdatedBy,
        DeletedAt = row.DeletedAt,
    };
}
