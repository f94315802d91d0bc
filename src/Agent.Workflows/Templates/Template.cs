using PromptLab.Data.Templates;

namespace PromptLab.Workflows.Templates;

/// <summary>A template without its texts.</summary>
/// <param name="Version">Number of the newest version.</param>
/// <param name="Revision">Rises with every change.</param>
public sealed record Template(
    Guid Id, string Name, string Description, IReadOnlyList<string> Tags, IReadOnlyDictionary<string, TemplateLabel> Labels, int Version, int Revision)
{
    public required string Owner { get; init; }

    /// <summary>One of <see cref="Data.Sharing.SharingScope"/>.</summary>
    public required string Sharing { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required string CreatedBy { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    public required string UpdatedBy { get; init; }

    public DateTimeOffset? DeletedAt { get; init; }

    internal static Template Of(TemplateRow row) => new(
        row.Id, row.Name, row.Description, TemplateJson.Read<List<string>>(row.Tags),
        TemplateJson.Read<Dictionary<string, TemplateLabel>>(row.Labels), row.Version, row.Revision)
    {
        Owner = row.Owner,
        Sharing = row.Sharing,
        CreatedAt = row.CreatedAt,
        CreatedBy = row.CreatedBy,
        UpdatedAt = row.UpdatedAt,
        UpdatedBy = row.UpdatedBy,
        DeletedAt = row.DeletedAt,
    };
}
