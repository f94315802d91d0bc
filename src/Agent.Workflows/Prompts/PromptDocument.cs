using YamlDotNet.Core;
using YamlDotNet.Serialization;

namespace PromptLab.Workflows.Prompts;

/// <summary>A prompt as a file: Semantic Kernel's YAML schema.</summary>
public sealed class PromptDocument
{
    public string? Name { get; set; }

    public string Description { get; set; } = "";

    public string? TemplateFormat { get; set; }

    [YamlMember(ScalarStyle = ScalarStyle.Literal)]
    public string? Template { get; set; }

    public List<PromptVariable> InputVariables { get; set; } = [];

    /// <summary>By service; <c>default</c> is the one that is read here.</summary>
    public Dictionary<string, PromptExecution> ExecutionSettings { get; set; } = [];
}
