using PromptLab.Workflows.Templates;

namespace PromptLab.Workflows.Pipelines;

/// <summary>Everything that a run needs of a pipeline, kept with it.</summary>
/// <param name="Output">The variable whose value is the run's output; null for the output of the last step that gave one.</param>
public sealed record PipelineSnapshot(IReadOnlyList<TemplateInput> Inputs, IReadOnlyList<SnapshotStep> Steps, string? Output)
{
    public static PipelineSnapshot Read(string json) => TemplateJson.Read<PipelineSnapshot>(json);

    public string Write() => TemplateJson.Write(this);

    /// <summary>Whether a step is the same in both, whatever versions it was given.</summary>
    public static bool IsSame(SnapshotStep one, SnapshotStep other) => TemplateJson.Write(one.Step) == TemplateJson.Write(other.Step);

    internal static PipelineSnapshot Of(PipelineDefinition definition, IReadOnlyList<StepTemplate?> templates)
    {
        var found = templates.Select(template => template as StepTemplate.Found).ToList();
        var order = PipelineOrder.Of(definition, [.. found.Select(template => template?.Version.Body)]);
        var variables = definition.Inputs.Select(input => input.Name).Concat(definition.Steps.Select(step => step.Output).OfType<string>()).ToHashSet(StringComparer.Ordinal);
        return new(
            definition.Inputs,
            [
                .. definition.Steps.Select((step, index) => new SnapshotStep(
                    step,
                    found[index] is { } template ? new RunTemplate(template.Template.Id, template.Template.Name, template.Version.Number) : null,
                    Taken(step, found[index]?.Version.Body, variables),
                    order.Before[index])),
            ],
            definition.Output);
    }

    private static List<TakenVariable> Taken(PipelineStep step, TemplateBody? body, HashSet<string> variables)
    {
        var inputs = (body?.AllInputs() ?? []).ToDictionary(input => input.Name);
        return [.. StepVariables.Implied(step, body, variables.Contains).Select(use => new TakenVariable(use.Variable, inputs[use.Variable] is not { IsRequired: true, Default: null }))];
    }
}
