using System.ComponentModel;
using System.Text.Json;
using PromptLab.Host.Templates;
using PromptLab.Workflows.Datasets;

namespace PromptLab.Host.Datasets;

/// <summary>A row to save. Of a change, what is missing stays as it is.</summary>
public sealed record DatasetRowBody(
    [property: Description("Values by name: texts, numbers or truth values.")] IReadOnlyDictionary<string, JsonElement>? Variables = null,
    string? Note = null)
{
    // No parameter: the description of the API cannot write the default of one that is missing.
    [Description("A text, an object or a list; null for nothing.")]
    public JsonElement Expected { get; init; }

    internal DatasetCaseDraft ToDraft() => new(VariableText.Of(Variables), ExpectedValue.Of(Expected), Note ?? "");

    internal DatasetCaseDraft ToDraft(DatasetCase row) => new(
        Variables is null ? row.Variables : VariableText.Of(Variables), Expected.ValueKind == JsonValueKind.Undefined ? row.Expected : ExpectedValue.Of(Expected), Note ?? row.Note);
}
