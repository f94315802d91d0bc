using System.Text.Json;
using PromptLab.Data.Datasets;

namespace PromptLab.Workflows.Datasets;

/// <summary>One row of a dataset.</summary>
/// <param name="Ordinal">Its place; rises, with gaps where rows were removed.</param>
/// <param name="Expected">A text, an object or a list; null for nothing.</param>
public sealed record DatasetCase(Guid Id, int Ordinal, IReadOnlyDictionary<string, string> Variables, JsonElement? Expected, string Note)
{
    internal static DatasetCase Of(DatasetCaseRow row) => new(row.Id, row.Ordinal, ReadVariables(row.Variables), ReadExpected(row.Expected), row.Note);

    /// <summary>As they are stored.</summary>
    public static IReadOnlyDictionary<string, string> ReadVariables(string json) => Templates.TemplateJson.Read<Dictionary<string, string>>(json);

    /// <summary>As it is stored.</summary>
    public static JsonElement? ReadExpected(string? json) => json is null ? null : JsonElement.Parse(json);
}
