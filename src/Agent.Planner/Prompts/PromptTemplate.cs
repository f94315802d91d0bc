using System.Text;
using System.Text.RegularExpressions;

namespace PromptLab.Planner.Prompts;

/// <summary>
/// A template of the format <c>semantic-kernel</c>, of which only variables are taken: <c>{{$name}}</c>. Calls of functions inside a prompt
/// are refused when it is read, because the planner alone decides what is called.
/// </summary>
internal sealed partial class PromptTemplate
{
    private readonly List<Part> parts;

    private PromptTemplate(List<Part> parts) => this.parts = parts;

    public IEnumerable<string> Variables => parts.Where(p => p.IsVariable).Select(p => p.Text).Distinct();

    /// <exception cref="FormatException">Something other than a variable stands between double braces.</exception>
    public static PromptTemplate Parse(string text)
    {
        var parts = new List<Part>();
        var end = 0;
        foreach (var match in Braces().EnumerateMatches(text))
        {
            var name = Variable().Match(text[match.Index..(match.Index + match.Length)]);
            if (!name.Success)
            {
                throw new FormatException($"the template has {{{{…}}}} at character {match.Index} that is no variable ({{{{$name}}}})");
            }

            parts.Add(new(text[end..match.Index], IsVariable: false));
            parts.Add(new(name.Groups[1].Value, IsVariable: true));
            end = match.Index + match.Length;
        }

        parts.Add(new(end == 0 ? text : text[end..], IsVariable: false));
        return new(parts);
    }

    public string Render(IReadOnlyDictionary<string, string> values, IReadOnlyList<PromptInput> inputs)
    {
        if (parts.Count == 1)
        {
            return parts[0].Text;
        }

        var text = new StringBuilder();
        foreach (var part in parts)
        {
            text.Append(part.IsVariable ? Value(part.Text, values, inputs) : part.Text);
        }

        return text.ToString();
    }

    private static string? Value(string name, IReadOnlyDictionary<string, string> values, IReadOnlyList<PromptInput> inputs) =>
        values.TryGetValue(name, out var value) ? value : inputs.FirstOrDefault(i => i.Name == name)?.Default;

    [GeneratedRegex(@"\{\{.*?\}\}", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Braces();

    [GeneratedRegex(@"^\{\{\s*\$([A-Za-z0-9_]+)\s*\}\}$", RegexOptions.CultureInvariant)]
    private static partial Regex Variable();

    private readonly record struct Part(string Text, bool IsVariable);
}
