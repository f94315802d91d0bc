using PromptLab.Workflows.Templates;

namespace PromptLab.Workflows.Pipelines;

/// <summary>The variables of the pipeline that a step uses.</summary>
internal static class StepVariables
{
    /// <param name="body">The template's; null when it is not known.</param>
    /// <param name="isVariable">Whether the pipeline has a variable of a name.</param>
    /// <returns>Fields are within the step.</returns>
    public static IEnumerable<VariableUse> Of(PipelineStep step, TemplateBody? body, Func<string, bool> isVariable)
    {
        var texts = step.Kind == PipelineStepKind.Tool ? InTexts(step.Arguments, "arguments") : InTexts(step.Inputs, "inputs").Concat(Implied(step, body, isVariable));
        return step.When is { } when ? texts.Append(new(when.Variable, "when.variable")) : texts;
    }

    /// <summary>Variables of the template that the step does not name, and that the pipeline has. A step's own output is not among them.</summary>
    public static IEnumerable<VariableUse> Implied(PipelineStep step, TemplateBody? body, Func<string, bool> isVariable) =>
        (body?.AllInputs() ?? []).Select(input => input.Name)
            .Where(name => !step.Inputs.ContainsKey(name) && name != step.Output && isVariable(name))
            .Select(name => new VariableUse(name, $"inputs.{name}"));

    private static IEnumerable<VariableUse> InTexts(IReadOnlyDictionary<string, string> texts, string field) =>
        texts.SelectMany(text => PlaceholderText.Parse(text.Value).Variables.Select(name => new VariableUse(name, $"{field}.{text.Key}")));
}
