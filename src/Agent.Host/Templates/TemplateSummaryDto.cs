using PromptLab.Workflows.Templates;

namespace PromptLab.Host.Templates;

/// <summary>A template in a list.</summary>
/// <param name="Version">Number of the newest version.</param>
/// <param name="Revision">To be sent back with a change.</param>
/// <param name="Sharing"><c>private</c> or <c>team</c>.</param>
/// <param name="Owner">Whoever may change it.</param>
public sealed record TemplateSummaryDto(
    Guid Id, string Name, string Description, IReadOnlyList<string> Tags, IReadOnlyList<TemplateLabelDto> Labels, int Version, int Revision,
    string Sharing, string Owner,
    DateTimeOffset CreatedAt, string CreatedBy, DateTimeOffset UpdatedAt, string UpdatedBy, DateTimeOffset? DeletedAt)
{
    internal static TemplateSummaryDto Of(Template template) => new(
        template.Id, template.Name, template.Description, template.Tags, LabelsOf(template), template.Version, template.Revision,
        template.Sharing, template.Owner,
        template.CreatedAt, template.CreatedBy, template.UpdatedAt, template.UpdatedBy, template.DeletedAt);

    internal static IReadOnlyList<TemplateLabelDto> LabelsOf(Template template) =>
        [.. template.Labels.OrderBy(label => label.Key, StringComparer.Ordinal).Select(label => new TemplateLabelDto(label.Key, label.Value.Version, label.Value.IsProtected, label.Value.GateDatasetId))];
}
