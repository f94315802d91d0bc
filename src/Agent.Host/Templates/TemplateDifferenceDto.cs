using PromptLab.Workflows.Differences;
using PromptLab.Workflows.Templates;

namespace PromptLab.Host.Templates;

/// <summary>What changed between two versions, word by word.</summary>
/// <param name="IsSame">True when the versions have the same hash.</param>
/// <param name="Inputs">Before and after, where they differ; null where they do not.</param>
/// <param name="Parameters">Before and after, where they differ; null where they do not.</param>
public sealed record TemplateDifferenceDto(
    int From, int To, bool IsSame, IReadOnlyList<DifferencePart> SystemPrompt, IReadOnlyList<DifferencePart> Content,
    IReadOnlyList<IReadOnlyList<TemplateInputDto>>? Inputs, IReadOnlyList<ModelParameters>? Parameters)
{
    internal static TemplateDifferenceDto Of(TemplateVersion from, TemplateVersion to)
    {
        var (before, after) = (from.Body, to.Body);
        var inputs = before with { SystemPrompt = null, Content = "", Parameters = ModelParameters.None };
        var parameters = before with { SystemPrompt = null, Content = "", Inputs = [] };
        return new(
            from.Number,
            to.Number,
            from.Hash == to.Hash,
            WordDifference.Between(before.SystemPrompt ?? "", after.SystemPrompt ?? ""),
            WordDifference.Between(before.Content, after.Content),
            inputs.Hash() == (inputs with { Inputs = after.Inputs }).Hash()
                ? null : [[.. before.Inputs.Select(TemplateInputDto.Of)], [.. after.Inputs.Select(TemplateInputDto.Of)]],
            parameters.Hash() == (parameters with { Parameters = after.Parameters }).Hash() ? null : [before.Parameters, after.Parameters]);
    }
}
