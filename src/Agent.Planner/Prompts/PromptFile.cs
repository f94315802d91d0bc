using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace PromptLab.Planner.Prompts;

/// <summary>Reads a prompt file in Semantic Kernel's YAML schema.</summary>
internal static class PromptFile
{
    private static readonly IDeserializer Yaml = new DeserializerBuilder()
        .WithNamingConvention(UnderscoredNamingConvention.Instance)
        .IgnoreUnmatchedProperties()
        .Build();

    /// <exception cref="FormatException">The file is no usable prompt; the message says why, without its text.</exception>
    public static PromptVersion Parse(string name, int version, byte[] content)
    {
        var document = Read(content);
        if (!string.Equals(document.Name, name, StringComparison.Ordinal))
        {
            throw new FormatException($"its name is \"{document.Name}\", but its folder is {name}");
        }

        if (document.TemplateFormat is not (null or "semantic-kernel"))
        {
            throw new FormatException($"its template_format is \"{document.TemplateFormat}\"; only semantic-kernel is read");
        }

        if (string.IsNullOrWhiteSpace(document.Template))
        {
            throw new FormatException("it has no template");
        }

        var inputs = document.InputVariables.Select(v => new PromptInput(v.Name, v.Description, v.Default, v.IsRequired)).ToList();
        CheckVariables(document.Template, inputs);
        return new(name, version, Convert.ToHexStringLower(SHA256.HashData(content)), document.Description.Trim(),
            document.Template.TrimEnd(), inputs, Settings(document));
    }

    private static Document Read(byte[] content)
    {
        try
        {
            return Yaml.Deserialize<Document?>(Encoding.UTF8.GetString(content)) ?? throw new FormatException("it is empty");
        }
        catch (YamlException exception)
        {
            throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"it is no valid YAML of a prompt (line {exception.Start.Line})"), exception);
        }
    }

    private static void CheckVariables(string template, List<PromptInput> inputs)
    {
        var undeclared = PromptTemplate.Parse(template).Variables.Where(v => inputs.TrueForAll(i => i.Name != v)).ToList();
        if (undeclared.Count > 0)
        {
            throw new FormatException($"its template uses {string.Join(", ", undeclared)}, missing in input_variables");
        }
    }

    private static PromptSettings Settings(Document document) =>
        document.ExecutionSettings.TryGetValue("default", out var settings)
            ? new(settings.Temperature, settings.MaxTokens, settings.TopP, settings.StopSequences)
            : PromptSettings.None;

#pragma warning disable CA1812 // Created by the YAML reader.
    private sealed class Document
    {
        public string? Name { get; set; }

        public string Description { get; set; } = "";

        public string? TemplateFormat { get; set; }

        public string? Template { get; set; }

        public List<Variable> InputVariables { get; set; } = [];

        public Dictionary<string, Execution> ExecutionSettings { get; set; } = [];
    }

    private sealed class Variable
    {
        public string Name { get; set; } = "";

        public string Description { get; set; } = "";

        public string? Default { get; set; }

        // Semantic Kernel's own default.
        public bool IsRequired { get; set; } = true;
    }

    private sealed class Execution
    {
        public float? Temperature { get; set; }

        public int? MaxTokens { get; set; }

        public float? TopP { get; set; }

        public List<string> StopSequences { get; set; } = [];
    }
#pragma warning restore CA1812
}
