using System.Text.Json;
using PromptLab.Data.Datasets;
using PromptLab.Workflows.Templates;

namespace PromptLab.Workflows.Datasets;

/// <summary>A row as somebody wants it saved.</summary>
/// <param name="Expected">A text, an object or a list; null for nothing.</param>
public sealed record DatasetCaseDraft(IReadOnlyDictionary<string, string> Variables, JsonElement? Expected, string Note)
{
    internal DatasetCaseText ToText() => new(TemplateJson.Write(Variables), Expected is { } expected ? TemplateJson.Write(expected) : null, Note);
}
