using PromptLab.Plugins.Arguments;
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

    /// <summary>Asks for what is missing or cannot be used.</summary>
    public static void Ask(RequestDraft draft, TemplateBody body, IReadOnlyDictionary<string, string> values)
    {
        if (TemplateRendering.Missing(body, values) is { Count: > 0 } missing)
        {
            draft.Ask("variables", missing is [var one] ? $"What should {one} be? Say for example: {one} = …" : $"Which values should {string.Join(", ", missing)} have? Say for example: {missing[0]} = …, {missing[1]} = …");
        }
        else if (TemplateRendering.Render(body, values).Problems is { Count: > 0 } problems)
        {
            draft.Ask("variables", string.Join(' ', problems.Select(problem => problem.Text)));
        }

        foreach (var (name, value) in values)
        {
            draft.Show("variables", name, value.Length <= 60 ? value : value[..60] + "…");
        }
    }
}
