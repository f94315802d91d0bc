using System.Text.Json;
using PromptLab.Workflows.Datasets;

namespace PromptLab.Host.Datasets;

/// <param name="Ordinal">Its place; rises, with gaps where rows were removed.</param>
/// <param name="Expected">A text, an object or a list; null for nothing.</param>
public sealed record DatasetRowDto(Guid Id, int Ordinal, IReadOnlyDictionary<string, string> Variables, JsonElement? Expected, string Note)
{
    internal static DatasetRowDto Of(DatasetCase row) => new(row.Id, row.Ordinal, row.Variables, row.Expected, row.Note);
}
