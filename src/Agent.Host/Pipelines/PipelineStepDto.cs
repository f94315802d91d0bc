using System.ComponentModel;
using System.Text.Json;
using PromptLab.Host.Templates;
using PromptLab.Workflows.Pipelines;
using PromptLab.Workflows.Templates;

namespace PromptLab.Host.Pipelines;

/// <param name="Kind"><c>template</c> (when missing) or <c>tool</c>.</param>
/// <param name="Version">Pins the step; without a version and a label it follows the newest one.</param>
/// <param name="Output">The variable that holds the step's output for other steps.</param>
/// <param name="When">The step is skipped unless this holds; null for always.</param>
/// <param name="After">Names of steps to wait for, besides those whose output is used.</param>
public sealed record PipelineStepDto(
    string? Name,
    [property: Description("template (when missing) or tool")] string? Kind = null,
    Guid? TemplateId = null,
    int? Version = null,
    string? Label = null,
    string? Provider = null,
    string? Model = null,
    string? Fallback = null,
    ModelParameters? Parameters = null,
    [property: Description("Texts with {{variables}} by the template's variable; one that is not named takes the pipeline's variable of its name.")]
    IReadOnlyDictionary<string, JsonElement>? Inputs = null,
    string? Tool = null,
    [property: Description("Texts with {{variables}} by the tool's argument.")] IReadOnlyDictionary<string, JsonElement>? Arguments = null,
    string? Output = null,
    PipelineConditionDto? When = null,
    IReadOnlyList<string>? After = null)
{
    internal static PipelineStepDto Of(PipelineStep step) => new(
        step.Name, step.Kind, step.TemplateId, step.Version, step.Label, step.Provider, step.Model, step.Fallback, step.Parameters,
        Elements(step.Inputs), step.Tool, Elements(step.Arguments), step.Output, PipelineConditionDto.Of(step.When), step.After);

    internal PipelineStep ToStep() => new(Name?.Trim() ?? "", Kind ?? PipelineStepKind.Template)
    {
        TemplateId = TemplateId,
        Version = Version,
        Label = Clean(Label),
        Provider = Clean(Provider),
        Model = Clean(Model),
        Fallback = Clean(Fallback),
        Parameters = Parameters,
        Inputs = VariableText.Of(Inputs),
        Tool = Clean(Tool),
        Arguments = VariableText.Of(Arguments),
        Output = Clean(Output),
        When = When?.ToCondition(),
        After = [.. (After ?? []).Where(name => !string.IsNullOrWhiteSpace(name)).Select(name => name.Trim()).Distinct()],
    };

    private static Dictionary<string, JsonElement> Elements(IReadOnlyDictionary<string, string> texts) =>
        texts.ToDictionary(text => text.Key, text => JsonSerializer.SerializeToElement(text.Value));

    private static string? Clean(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
