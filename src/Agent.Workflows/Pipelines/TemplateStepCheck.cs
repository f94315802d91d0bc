using PromptLab.Workflows.Templates;
using static PromptLab.Workflows.Pipelines.PipelineProblem;

namespace PromptLab.Workflows.Pipelines;

/// <summary>A step that runs a template: the template, who answers, and values for all that it asks.</summary>
internal static class TemplateStepCheck
{
    /// <returns>Fields are within the step.</returns>
    public static IEnumerable<PipelineProblem> Problems(
        PipelineStep step, StepTemplate? template, PipelineDefinition definition, IReadOnlyList<string> providers) =>
    [
        .. Template(step, template),
        .. Provider("provider", step.Provider, providers),
        .. Provider("fallback", step.Fallback, providers),
        .. (step.Parameters ?? ModelParameters.None).Problems().Select(problem => Wrong(problem.Field, problem.Text)),
        .. TextCheck.Problems("inputs", step.Inputs),
        .. template is StepTemplate.Found found ? Values(step, found, definition) : [],
    ];

    private static IEnumerable<PipelineProblem> Template(PipelineStep step, StepTemplate? template)
    {
        if (step is { Version: not null, Label: not null })
        {
            yield return Wrong("label", "Give a version or a label, not both.");
        }

        switch (template)
        {
            case null:
                yield return Wrong("template_id", "Choose the template that the step runs.");
                break;
            case StepTemplate.Unknown:
                yield return Wrong("template_id", "There is no such template among yours. Choose one that you can see.");
                break;
            case StepTemplate.VersionUnknown missing:
                yield return Wrong("version", $"The template {missing.Template.Name} has no version {missing.Number}; its newest is {missing.Template.Version}.");
                break;
            case StepTemplate.LabelUnknown missing:
                var labels = missing.Template.Labels.Keys.Order(StringComparer.Ordinal).ToList();
                yield return Wrong("label", $"The template {missing.Template.Name} has no label {missing.Label}. It has {(labels.Count == 0 ? "none" : string.Join(", ", labels))}.");
                break;
        }
    }

    private static IEnumerable<PipelineProblem> Provider(string field, string? name, IReadOnlyList<string> providers) =>
        name is null || providers.Contains(name, StringComparer.OrdinalIgnoreCase)
            ? []
            : [Wrong(field, $"There is no provider {name}. There are: {string.Join(", ", providers)}.")];

    private static IEnumerable<PipelineProblem> Values(PipelineStep step, StepTemplate.Found found, PipelineDefinition definition)
    {
        var inputs = found.Version.Body.AllInputs();
        var variables = definition.Inputs.Select(input => input.Name).Concat(definition.Steps.Where(other => other.Name != step.Name).Select(other => other.Output));
        var given = step.Inputs.Keys.Concat(variables).ToHashSet();
        foreach (var input in inputs.Where(input => input is { IsRequired: true, Default: null } && !given.Contains(input.Name)))
        {
            yield return Wrong($"inputs.{input.Name}", $"The template {found.Template.Name} needs a value for {input.Name}: write one, or a variable in double braces.");
        }

        foreach (var name in step.Inputs.Keys.Where(name => inputs.All(input => input.Name != name)))
        {
            yield return Wrong($"inputs.{name}", $"The template {found.Template.Name} has no variable {name}. It has: {(inputs.Count == 0 ? "none" : string.Join(", ", inputs.Select(input => input.Name)))}.");
        }

        foreach (var (name, text) in step.Inputs.Where(text => PlaceholderText.Parse(text.Value).Variables.Count == 0))
        {
            if (inputs.FirstOrDefault(input => input.Name == name) is { } input && TemplateInputType.Expectation(input, text) is { } expected)
            {
                yield return Wrong($"inputs.{name}", $"{name} must be {expected}.");
            }
        }
    }
}
