namespace PromptLab.Planner.Prompts;

/// <summary>One version of a prompt, as it is in its file.</summary>
/// <param name="Version">The number in the file's name.</param>
/// <param name="Hash">SHA-256 of the file's content, lower-case hex.</param>
/// <param name="Template">With <c>{{$name}}</c> where a value goes.</param>
public sealed record PromptVersion(
    string Name, int Version, string Hash, string Description, string Template, IReadOnlyList<PromptInput> Inputs, PromptSettings Settings)
{
    private static readonly Dictionary<string, string> NoValues = [];

    private readonly PromptTemplate template = PromptTemplate.Parse(Template);

    /// <summary><c>name@version</c>, as turns and executions record it.</summary>
    public string Label { get; } = $"{Name}@{Version}";

    /// <summary>The prompt with the defaults of its inputs. A prompt without variables is always the same string.</summary>
    public string Text => Render(NoValues);

    /// <exception cref="MissingPromptInputException">Required inputs have neither a value nor a default; all are named.</exception>
    public string Render(IReadOnlyDictionary<string, string> values)
    {
        Require(values);
        return template.Render(values, Inputs);
    }

    /// <summary>For who renders the template by other means.</summary>
    /// <exception cref="MissingPromptInputException">Required inputs have no default; all are named.</exception>
    public void RequireNothing() => Require(NoValues);

    private void Require(IReadOnlyDictionary<string, string> values)
    {
        var missing = Inputs.Where(i => i.IsRequired && i.Default is null && !values.ContainsKey(i.Name)).Select(i => i.Name).ToList();
        if (missing.Count > 0)
        {
            throw new MissingPromptInputException(Label, missing);
        }
    }
}
