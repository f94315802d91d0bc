using PromptLab.Plugins.Tools;
using PromptLab.Workflows.Templates;

namespace PromptLab.Plugins.Templates;

/// <summary>What a person gave for a template's variables.</summary>
internal static class TemplateValues
{
    /// <summary>Names are taken whatever their case; a single value whose name the template does not know is meant for the single variable that lacks one.</summary>
    public static IReadOnlyDictionary<string, string> Fit(TemplateBody body, IReadOnlyDictionary<string, string> given) => Fit(body.AllInputs(), given);

    /// <summary>The same for the inputs of a pipeline.</summary>
    public static IReadOnlyDictionary<string, string> Fit(IReadOnlyList<TemplateInput> inputs, IReadOnlyDictionary<string, string> given)
    {
        var names = inputs.Select(input => input.Name).ToList();
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in given)
        {
            values[names.Find(known => string.Equals(known, name.Replace(' ', '_'), StringComparison.OrdinalIgnoreCase)) ?? name] = value;
        }

        if (values.Keys.Except(names).ToList() is [var unknown] && TemplateRendering.Missing(inputs, values) is [var missing])
        {
            values[missing] = values[unknown];
            values.Remove(unknown);
        }

        return values;
    }

    /// <summary>What to ask for, as something is missing or cannot be used; null when all is there.</summary>
    public static ToolQuestion? Question(TemplateBody body, IReadOnlyDictionary<string, string> values) =>
        Question(body.AllInputs(), () => TemplateRendering.Render(body, values).Problems, values);

    /// <param name="problems">Of the values; asked for only when nothing is missing.</param>
    public static ToolQuestion? Question(
        IReadOnlyList<TemplateInput> inputs, Func<IReadOnlyList<TemplateProblem>> problems, IReadOnlyDictionary<string, string> values) =>
        Text(TemplateRendering.Missing(inputs, values), problems) is { } text ? new(text, ["variables"], []) : null;

    private static string? Text(IReadOnlyList<string> missing, Func<IReadOnlyList<TemplateProblem>> problems) => missing switch
    {
        [var one] => $"What should {one} be? Say for example: {one} = …",
        [var first, var second, ..] => $"Which values should {string.Join(", ", missing)} have? Say for example: {first} = …, {second} = …",
        _ when problems() is { Count: > 0 } found => string.Join(' ', found.Select(problem => problem.Text)),
        _ => null,
    };
}
