namespace PromptLab.Workflows.Templates;

/// <summary>A declared variable. One that is used but not declared is a required text.</summary>
/// <param name="Type">One of <see cref="TemplateInputType"/>.</param>
/// <param name="Default">Used when no value is given; null for none.</param>
/// <param name="Options">Of a choice.</param>
public sealed record TemplateInput(string Name, string Type, string Description, string? Default, bool IsRequired, IReadOnlyList<string> Options)
{
    internal static TemplateInput Undeclared(string name) => new(name, TemplateInputType.Text, "", null, IsRequired: true, []);
}
