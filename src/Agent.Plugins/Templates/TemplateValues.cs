using PromptLab.Plugins.Tools;
using PromptLab.Workflows.Templates;

namespace PromptLab.Plugins.Templates;

/// <summary>What a person gave for a template's variables.</summary>
internal static class TemplateValues
{
    /// <summary>Names are taken whatever their case; a single value whose name the template does not know is meant for the single variable that lacks one.</summary>
    public static IReadOnlyDictionary<string, string> Fit(TemplateBody body, IReadOnlyDictionary<string, string> given)
    {
        var names = body.AllInputs().Select(input => input.Name).ToList();
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in given)
        {
            values[names.Find(known => string.Equals(known, name.Replace(' ', '_'), StringComparison.OrdinalIgnoreCase)) ?? name] = value;
        }

        if (values.Keys.Except(names).ToList() is [var unknown] && TemplateRendering.Missing(body, values) is [var missing])
        {
            values[missing] = values[unknown];
            values.Remove(unknown);
        }

        return values;
    }

    /// <summary>What to ask for, as something is missing or cannot be used; null when all is there.</summary>
    public static ToolQuestion? Question(TemplateBody body, IReadOnlyDictionary<string, string> values) => Text(body, values) is { } text ? new(text, ["variables"], []) : null;

    private static string? Text(TemplateBody body, IReadOnlyDictionary<string, string> values) => TemplateRendering.Missing(body, values) switch
    {
        [var one] => $"What should {one} be? Say for example: {one} = …",
        [var first, var second, ..] missing => $"Which values should {string.Join(", ", missing)} have? Say for example: {first} = …, {second} = …",
        _ when TemplateRendering.Render(body, values).Problems is { Count: > 0 } problems => string.Join(' ', problems.Select(problem => problem.Text)),
        _ => null,
    };
}
