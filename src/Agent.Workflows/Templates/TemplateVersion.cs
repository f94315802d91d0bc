using PromptLab.Data.Templates;

namespace PromptLab.Workflows.Templates;

/// <summary>One version of a template.</summary>
public sealed record TemplateVersion(
    Guid TemplateId, int Number, TemplateBody Body, string Hash, string Message, DateTimeOffset CreatedAt, string CreatedBy)
{
    internal static TemplateVersion Of(TemplateVersionRow row) =>
        new(row.TemplateId, row.Number, TemplateBody.Of(row), row.Hash, row.Message, row.CreatedAt, row.CreatedBy);
}
