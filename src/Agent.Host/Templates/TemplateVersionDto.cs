using PromptLab.Workflows.Templates;

namespace PromptLab.Host.Templates;

/// <param name="Variables">Everything that the texts use, declared or not.</param>
/// <param name="Hash">The same for the same text, inputs and parameters.</param>
public sealed record TemplateVersionDto(
    int Number, string? SystemPrompt, string Content, IReadOnlyList<TemplateInputDto> Inputs, ModelParameters Parameters,
    IReadOnlyList<string> Variables, string Hash, string Message, DateTimeOffset CreatedAt, string CreatedBy)
{
    internal static TemplateVersionDto Of(TemplateVersion version) => new(
        version.Number, version.Body.SystemPrompt, version.Body.Content, [.. version.Body.Inputs.Select(TemplateInputDto.Of)],
        version.Body.Parameters, version.Body.Variables(), version.Hash, version.Message, version.CreatedAt, version.CreatedBy);
}
