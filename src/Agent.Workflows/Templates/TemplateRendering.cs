using System.Globalization;

namespace PromptLab.Workflows.Templates;

/// <summary>Puts values into a template's texts.</summary>
public static class TemplateRendering
{
    /// <summary>Of a prompt, in characters: more than any model reads.</summary>
    public const int LongestPrompt = 10_000_000;

    /// <summary>Every problem at once: values that are missing, of another type, or that no variable takes.</summary>
    /// <returns>The prompt; null when there are problems.</returns>
    public static (RenderedPrompt? Prompt, IReadOnlyList<TemplateProblem> Problems) Render(
        TemplateBody body, IReadOnlyDictionary<string, string> given)
    {
        var inputs = body.AllInputs();
        var values = inputs
            .Select(input => (input.Name, Value: given.GetValueOrDefault(input.Name) ?? input.Default))
            .Where(pair => pair.Value is not null)
            .ToDictionary(pair => pair.Name, pair => pair.Value!, StringComparer.Ordinal);
        TemplateProblem[] problems = [.. MissingValues(inputs, values), .. Mistyped(inputs, values), .. Unknown(inputs, given), .. TooLong(body, values)];
        return problems.Length > 0 ? (null, problems) : (Render(body, values), problems);
    }

    /// <summary>The variables that still need a value.</summary>
    public static IReadOnlyList<string> Missing(TemplateBody body, IReadOnlyDictionary<string, string> given) =>
        Missing(body.AllInputs(), given);

    /// <summary>The inputs that still need a value.</summary>
    public static IReadOnlyList<string> Missing(IReadOnlyList<TemplateInput> inputs, IReadOnlyDictionary<string, string> given) =>
        [.. inputs.Where(input => IsMissing(input, given)).Select(input => input.Name)];

    private static RenderedPrompt Render(TemplateBody body, Dictionary<string, string> values) => new(
        body.SystemPrompt is { } system ? PlaceholderText.Parse(system).Render(values) : null,
        PlaceholderText.Parse(body.Content).Render(values),
        values);

    private static IEnumerable<TemplateProblem> MissingValues(IReadOnlyList<TemplateInput> inputs, Dictionary<string, string> values) =>
        Missing(inputs, values).Select(name => new TemplateProblem($"variables.{name}", $"Give a value for {name}."));

    private static bool IsMissing(TemplateInput input, IReadOnlyDictionary<string, string> values) =>
        input.IsRequired && input.Default is null && !values.ContainsKey(input.Name);

    private static IEnumerable<TemplateProblem> Mistyped(IReadOnlyList<TemplateInput> inputs, Dictionary<string, string> values)
    {
        foreach (var input in inputs)
        {
            if (values.TryGetValue(input.Name, out var value) && TemplateInputType.Expectation(input, value) is { } expected)
            {
                yield return new($"variables.{input.Name}", $"{input.Name} must be {expected}.");
            }
        }
    }

    /// <summary>A value that is used again and again makes a text that no model takes and no memory holds.</summary>
    private static IEnumerable<TemplateProblem> TooLong(TemplateBody body, Dictionary<string, string> values)
    {
        var lengths = values.ToDictionary(pair => pair.Key, pair => (long)pair.Value.Length);
        PlaceholderText[] texts = [PlaceholderText.Parse(body.Content), PlaceholderText.Parse(body.SystemPrompt ?? "")];
        var length = texts.Sum(text => text.LengthWith(lengths));
        if (length > LongestPrompt)
        {
            var name = texts.SelectMany(text => text.Variables).MaxBy(variable => lengths.GetValueOrDefault(variable))!;
            yield return new(
                $"variables.{name}", string.Create(CultureInfo.InvariantCulture, $"The prompt would have {length} characters; at most {LongestPrompt} are sent. Shorten {name}, or use it less often."));
        }
    }

    private static IEnumerable<TemplateProblem> Unknown(IReadOnlyList<TemplateInput> inputs, IReadOnlyDictionary<string, string> given) =>
        given.Keys.Where(name => inputs.All(input => input.Name != name))
            .Select(name => new TemplateProblem($"variables.{name}", $"The template has no variable {name}. It has: {Names(inputs)}."));

    private static string Names(IReadOnlyList<TemplateInput> inputs) =>
        inputs.Count == 0 ? "none" : string.Join(", ", inputs.Select(input => input.Name));
}
