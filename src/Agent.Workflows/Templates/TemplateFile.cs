using System.Text.Json;
using PromptLab.Workflows.Prompts;

namespace PromptLab.Workflows.Templates;

/// <summary>Templates as files in the schema of <c>prompts/</c>. Tags stand in a comment, which the schema has no place for.</summary>
public static class TemplateFile
{
    private const string Service = "default";
    private const string TagMark = "# tags: ";

    public static string Write(Template template, TemplateBody body) => Write(template.Name, template.Description, template.Tags, body);

    public static string Write(string name, string description, IReadOnlyList<string> tags, TemplateBody body)
    {
        var document = new PromptDocument
        {
            Name = name,
            Description = description,
            Template = KernelText.Write(body),
            InputVariables = [.. body.AllInputs().Select(Variable)],
            ExecutionSettings = body.Parameters == ModelParameters.None ? [] : new() { [Service] = Execution(body.Parameters) },
        };
        return (tags.Count == 0 ? "" : $"{TagMark}{JsonSerializer.Serialize(tags)}\n") + PromptYaml.Write(document);
    }

    /// <exception cref="FormatException">The text is no prompt that can be used; the message says why, without its text.</exception>
    public static TemplateDraft Read(string yaml)
    {
        var document = PromptYaml.Read(yaml);
        var (system, content) = KernelText.Read(document.Template!.TrimEnd());
        var parameters = document.ExecutionSettings.GetValueOrDefault(Service) is { } settings
            ? new ModelParameters(settings.Temperature, settings.MaxTokens, settings.TopP, settings.StopSequences.Count == 0 ? null : settings.StopSequences)
            : ModelParameters.None;
        var body = new TemplateBody(system, content, [.. document.InputVariables.Select(Input)], parameters);
        return new(document.Name ?? "", document.Description.Trim(), Tags(yaml), body, "Imported");
    }

    private static PromptVariable Variable(TemplateInput input) => new()
    {
        Name = input.Name,
        Description = input.Description,
        Default = input.Default,
        IsRequired = input.IsRequired,
        JsonSchema = InputSchema.Write(input),
    };

    private static TemplateInput Input(PromptVariable variable)
    {
        var (type, options) = InputSchema.Read(variable.JsonSchema);
        return new(variable.Name, type, variable.Description, variable.Default, variable.IsRequired, options);
    }

    private static PromptExecution Execution(ModelParameters parameters) => new()
    {
        Temperature = parameters.Temperature,
        MaxTokens = parameters.MaxTokens,
        TopP = parameters.TopP,
        StopSequences = [.. parameters.Stop ?? []],
    };

    private static List<string> Tags(string yaml)
    {
        if (!yaml.StartsWith(TagMark, StringComparison.Ordinal))
        {
            return [];
        }

        try
        {
            return JsonSerializer.Deserialize<List<string>>(yaml.AsSpan(TagMark.Length, yaml.IndexOf('\n', StringComparison.Ordinal) - TagMark.Length)) ?? [];
        }
        catch (JsonException exception)
        {
            throw new FormatException("its first line holds no list of tags, such as # tags: [\"mail\"]", exception);
        }
    }
}
