using System.Text.RegularExpressions;
using PromptLab.Workflows.Templates;
using static PromptLab.Workflows.Pipelines.PipelineProblem;

namespace PromptLab.Workflows.Pipelines;

/// <summary>Names of steps and of what they wait for.</summary>
internal static partial class StepNameCheck
{
    public static IEnumerable<PipelineProblem> Problems(PipelineDefinition definition)
    {
        for (var index = 0; index < definition.Steps.Count; index++)
        {
            foreach (var problem in Problems(definition.Steps, index))
            {
                yield return problem;
            }
        }
    }

    private static IEnumerable<PipelineProblem> Problems(IReadOnlyList<PipelineStep> steps, int index)
    {
        var step = steps[index];
        if (!StepName().IsMatch(step.Name))
        {
            yield return Wrong($"steps[{index}].name", "A step's name has 1 to 60 letters, digits, spaces, “_”, “.” and “-”, and begins with a letter or a digit.");
        }

        if (steps.Take(index).Any(earlier => earlier.Name == step.Name))
        {
            yield return Wrong($"steps[{index}].name", $"There is a step {step.Name} before: give this one another name.");
        }

        if (step.Output is { } output && !PlaceholderText.IsVariableName(output))
        {
            yield return Wrong($"steps[{index}].output", $"“{output}” is no variable name: use letters, digits and _, beginning with a letter.");
        }

        foreach (var name in step.After.Where(name => steps.All(other => other.Name != name)))
        {
            yield return Wrong($"steps[{index}].after", $"There is no step {name} to wait for.");
        }

        if (step.After.Contains(step.Name))
        {
            yield return Wrong($"steps[{index}].after", $"The step {step.Name} cannot wait for itself.");
        }
    }

    [GeneratedRegex(@"^[\p{L}\p{Nd}][\p{L}\p{Nd} _.-]{0,59}\z", RegexOptions.CultureInvariant)]
    private static partial Regex StepName();
}
