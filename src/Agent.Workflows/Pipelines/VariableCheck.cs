using PromptLab.Workflows.Templates;
using static PromptLab.Workflows.Pipelines.PipelineProblem;

namespace PromptLab.Workflows.Pipelines;

/// <summary>Variables that are used and not there, there and not used, there twice, or hidden by another of the same name.</summary>
internal static class VariableCheck
{
    public static IEnumerable<PipelineProblem> Problems(PipelineDefinition definition, IReadOnlyList<TemplateBody?> bodies)
    {
        var steps = definition.Steps;
        var inputs = definition.Inputs.Select(input => input.Name).ToHashSet(StringComparer.Ordinal);
        var variables = inputs.Concat(steps.Select(step => step.Output).OfType<string>()).ToHashSet(StringComparer.Ordinal);
        var uses = steps.Select((step, index) => StepVariables.Of(step, bodies[index], variables.Contains).ToList()).ToList();
        return
        [
            .. steps.SelectMany((step, index) => Names(steps, index, inputs)),
            .. uses.SelectMany((used, index) => used.Where(use => !variables.Contains(use.Variable)).Select(use => Undefined(use, index, variables))),
            .. Unused(definition, bodies, uses.SelectMany(used => used).Select(use => use.Variable).ToHashSet(StringComparer.Ordinal)),
        ];
    }

    private static IEnumerable<PipelineProblem> Names(IReadOnlyList<PipelineStep> steps, int index, HashSet<string> inputs)
    {
        if (steps[index].Output is not { } output)
        {
            yield break;
        }

        if (inputs.Contains(output))
        {
            yield return Wrong($"steps[{index}].output", $"The output {output} would hide the input of the same name: call it differently.");
        }

        if (steps.Take(index).FirstOrDefault(earlier => earlier.Output == output) is { } other)
        {
            yield return Wrong($"steps[{index}].output", $"The step {other.Name} has the output {output} already: call this one differently.");
        }
    }

    private static PipelineProblem Undefined(VariableUse use, int index, HashSet<string> variables) => Wrong(
        $"steps[{index}].{use.Field}",
        use.Variable.Length == 0 ? "Name a variable." : $"There is no variable {use.Variable}. {(variables.Count == 0 ? "The pipeline has none." : $"There are: {string.Join(", ", variables)}.")}");

    private static IEnumerable<PipelineProblem> Unused(PipelineDefinition definition, IReadOnlyList<TemplateBody?> bodies, HashSet<string> used)
    {
        // What a template that is not known would take by its own names is not known either.
        var known = definition.Steps.Where((step, index) => step.Kind == PipelineStepKind.Template && bodies[index] is null).Any() ? " whose template is known" : "";
        for (var index = 0; index < definition.Inputs.Count; index++)
        {
            if (!used.Contains(definition.Inputs[index].Name))
            {
                yield return Doubtful($"inputs[{index}]", $"No step{known} uses the input {definition.Inputs[index].Name}.");
            }
        }

        for (var index = 0; index < definition.Steps.Count; index++)
        {
            var isLast = definition.Output is null && index == definition.Steps.Count - 1;
            if (definition.Steps[index].Output is { } output && !isLast && output != definition.Output && !used.Contains(output))
            {
                yield return Doubtful($"steps[{index}].output", $"No step{known} uses the output {output}, and it is not the pipeline's.");
            }
        }
    }
}
