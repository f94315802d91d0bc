using System.Text.Json.Serialization;

namespace PromptLab.Workflows.Templates;

/// <summary>What uses a template.</summary>
/// <param name="Pipelines">The user's own.</param>
/// <param name="Datasets">The user's own.</param>
/// <param name="OthersPipelines">How many pipelines of other people use it.</param>
public sealed record TemplateUsage(IReadOnlyList<TemplateUse> Pipelines, IReadOnlyList<TemplateUseDataset> Datasets, int OthersPipelines)
{
    [JsonIgnore]
    public bool IsUsed => Pipelines.Count + Datasets.Count + OthersPipelines > 0;

    /// <summary>For example "2 pipelines (Digest, Mail), 1 dataset (Offers)".</summary>
    public string Words() => string.Join(", ", new[]
    {
        Words("pipeline", [.. Pipelines.Select(use => use.Name)]),
        Words("dataset", [.. Datasets.Select(use => use.Name)]),
        OthersPipelines == 0 ? "" : $"{OthersPipelines} {(OthersPipelines == 1 ? "pipeline" : "pipelines")} of other people",
    }.Where(part => part.Length > 0));

    private static string Words(string noun, IReadOnlyList<string> names) =>
        names.Count == 0 ? "" : $"{names.Count} {noun}{(names.Count == 1 ? "" : "s")} ({string.Join(", ", names)})";
}
