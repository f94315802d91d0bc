namespace PromptLab.Workflows.Prompts;

/// <summary>A variable of a <see cref="PromptDocument"/>.</summary>
public sealed class PromptVariable
{
    public string Name { get; set; } = "";

    public string Description { get; set; } = "";

    public string? Default { get; set; }

    /// <summary>Semantic Kernel's own default.</summary>
    public bool IsRequired { get; set; } = true;

    /// <summary>A JSON schema, as text.</summary>
    public string? JsonSchema { get; set; }
}
