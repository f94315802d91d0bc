using System.Security.Cryptography;
using System.Text;
using PromptLab.Workflows.Prompts;

namespace PromptLab.Planner.Prompts;

/// <summary>Reads a prompt file in Semantic Kernel's YAML schema.</summary>
internal static class PromptFile
{
    /// <exception cref="FormatException">The file is no usable prompt; the message says why, without its text.</exception>
    public static PromptVersion Parse(string name, int version, byte[] content)
    {
        var document = PromptYaml.Read(Encoding.UTF8.GetString(content));
        if (!string.Equals(document.Name, name, StringComparison.Ordinal))
        {
            throw new FormatException($"its name is \"{document.Name}\", but its folder is {name}");
        }

        var inputs = document.InputVariables.Select(v => new PromptInput(v.Name, v.Description, v.Default, v.IsRequired)).ToList();
        CheckVariables(document.Template!, inputs);
        return new(name, version, Convert.ToHexStringLower(SHA256.HashData(content)), document.Description.Trim(),
            document.Template!.TrimEnd(), inputs, Settings(document));
    }

    private static void CheckVariables(string template, List<PromptInput> inputs)
    {
        var undeclared = PromptTemplate.Parse(template).Variables.Where(v => inputs.TrueForAll(i => i.Name != v)).ToList();
        if (undeclared.Count > 0)
        {
            throw new FormatException($"its template uses {string.Join(", ", undeclared)}, missing in input_variables");
        }
    }

    private static PromptSettings Settings(PromptDocument document) =>
        document.ExecutionSettings.TryGetValue("default", out var settings)
            ? new(settings.Temperature, settings.MaxTokens, settings.TopP, settings.StopSequences)
            : PromptSettings.None;
}
