using PromptLab.Workflows.Templates;

namespace PromptLab.Workflows.Pipelines;

/// <summary>A step as a run uses it, whatever becomes of the pipeline and its templates.</summary>
/// <param name="Template">The version that was found for it; null for a tool.</param>
/// <param name="Takes">Variables that the template takes without being told.</param>
/// <param name="Before">Places of the steps that must have ended before.</param>
public sealed record SnapshotStep(PipelineStep Step, RunTemplate? Template, IReadOnlyList<TakenVariable> Takes, IReadOnlyList<int> Before)
{
    /// <summary>What the template's variables get.</summary>
    public IReadOnlyDictionary<string, string> Inputs(IReadOnlyDictionary<string, string> variables)
    {
        var values = Fill(Step.Inputs, variables);
        foreach (var taken in Takes)
        {
            if (variables.TryGetValue(taken.Name, out var value))
            {
                values[taken.Name] = value;
            }
            else if (!taken.MayBeMissing)
            {
                // The step that would have given it was skipped.
                values[taken.Name] = "";
            }
        }

        return values;
    }

    /// <summary>How long what the template's variables get is, for variables of these lengths.</summary>
    public IReadOnlyDictionary<string, long> InputLengths(IReadOnlyDictionary<string, long> variables)
    {
        var lengths = Lengths(Step.Inputs, variables);
        foreach (var taken in Takes.Where(taken => variables.ContainsKey(taken.Name)))
        {
            lengths[taken.Name] = variables[taken.Name];
        }

        return lengths;
    }

    /// <summary>Whether the texts of the step would become longer than any prompt may be.</summary>
    public bool IsTooLong(IReadOnlyDictionary<string, string> variables)
    {
        var lengths = variables.ToDictionary(variable => variable.Key, variable => (long)variable.Value.Length);
        return Lengths(Step.Inputs, lengths).Values.Sum() + Lengths(Step.Arguments, lengths).Values.Sum() > TemplateRendering.LongestPrompt;
    }

    /// <summary>What the tool's arguments get; one that comes to nothing is left out.</summary>
    public IReadOnlyDictionary<string, string> Arguments(IReadOnlyDictionary<string, string> variables) =>
        Fill(Step.Arguments, variables).Where(argument => !string.IsNullOrWhiteSpace(argument.Value)).ToDictionary();

    private static Dictionary<string, long> Lengths(IReadOnlyDictionary<string, string> texts, IReadOnlyDictionary<string, long> variables) =>
        texts.ToDictionary(text => text.Key, text => PlaceholderText.Parse(text.Value).LengthWith(variables), StringComparer.Ordinal);

    private static Dictionary<string, string> Fill(IReadOnlyDictionary<string, string> texts, IReadOnlyDictionary<string, string> variables) =>
        texts.ToDictionary(text => text.Key, text => PlaceholderText.Parse(text.Value).Render(variables), StringComparer.Ordinal);
}
