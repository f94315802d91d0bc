using System.Security.Cryptography;
using System.Text;
using PromptLab.Data.Templates;

namespace PromptLab.Workflows.Templates;

/// <summary>What a version holds: everything that decides how the prompt reads and runs.</summary>
/// <param name="SystemPrompt">May hold placeholders too; null for none.</param>
public sealed record TemplateBody(string? SystemPrompt, string Content, IReadOnlyList<TemplateInput> Inputs, ModelParameters Parameters)
{
    /// <summary>SHA-256 over all of it, lower-case hex.</summary>
    public string Hash() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(TemplateJson.Write(this))));

    /// <summary>The variables of both texts, distinct, in the order of their first use.</summary>
    public IReadOnlyList<string> Variables() => [.. Texts().SelectMany(text => text.Variables).Distinct(StringComparer.Ordinal)];

    /// <summary>Declared inputs, then the variables that are used without being declared.</summary>
    public IReadOnlyList<TemplateInput> AllInputs() =>
        [.. Inputs, .. Variables().Where(name => Inputs.All(input => input.Name != name)).Select(TemplateInput.Undeclared)];

    internal static TemplateBody Of(TemplateVersionRow row) => new(
        row.SystemPrompt, row.Content, TemplateJson.Read<List<TemplateInput>>(row.Inputs), TemplateJson.Read<ModelParameters>(row.Parameters));

    internal TemplateText ToText(string message) =>
        new(SystemPrompt, Content, TemplateJson.Write(Inputs), TemplateJson.Write(Parameters), Hash(), message);

    private IEnumerable<PlaceholderText> Texts() =>
        SystemPrompt is null ? [PlaceholderText.Parse(Content)] : [PlaceholderText.Parse(SystemPrompt), PlaceholderText.Parse(Content)];
}
