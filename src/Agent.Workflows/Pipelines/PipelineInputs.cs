using PromptLab.Workflows.Templates;

namespace PromptLab.Workflows.Pipelines;

/// <summary>The values that a run is given.</summary>
public static class PipelineInputs
{
    /// <summary>Every problem at once: values that are missing, of another type, or that no input takes.</summary>
    /// <returns>The values, defaults included.</returns>
    public static (IReadOnlyDictionary<string, string> Values, IReadOnlyList<TemplateProblem> Problems) Fill(
        IReadOnlyList<TemplateInput> inputs, IReadOnlyDictionary<string, string> given)
    {
        var values = inputs.Select(input => (input.Name, Value: given.GetValueOrDefault(input.Name) ?? input.Default))
            .Where(pair => pair.Value is not null)
            .ToDictionary(pair => pair.Name, pair => pair.Value!, StringComparer.Ordinal);
        TemplateProblem[] problems =
        [
            .. TemplateRendering.Missing(inputs, given).Select(name => new TemplateProblem($"inputs.{name}", $"Give a value for {name}.")),
            .. inputs.Where(input => values.ContainsKey(input.Name)).Select(input => (input.Name, Expected: TemplateInputType.Expectation(input, values[input.Name])))
                .Where(pair => pair.Expected is not null).Select(pair => new TemplateProblem($"inputs.{pair.Name}", $"{pair.Name} must be {pair.Expected}.")),
            .. given.Keys.Where(name => inputs.All(input => input.Name != name))
                .Select(name => new TemplateProblem($"inputs.{name}", $"The pipeline has no input {name}. It has: {Names(inputs)}.")),
        ];
        return (values, problems);
    }

    private static string Names(IReadOnlyList<TemplateInput> inputs) => inputs.Count == 0 ? "none" : string.Join(", ", inputs.Select(input => input.Name));
}
