using PromptLab.Data.Prompts;
using PromptLab.Planner.Prompts;

namespace PromptLab.Host.Prompts;

/// <param name="Weight">Its share of the traffic, among the weights of all versions; 0 when it does not serve.</param>
/// <param name="Inputs">The variables of the template.</param>
/// <param name="Usage">How it has done, per content of the file.</param>
public sealed record PromptVersionDto(
    int Version, string Hash, string Description, int Weight, string Template, IReadOnlyList<PromptInput> Inputs, IReadOnlyList<PromptUsageDto> Usage)
{
    internal static PromptVersionDto Of(PromptVersion version, int weight, IEnumerable<PromptUsageRow> usage) => new(
        version.Version, version.Hash, version.Description, weight, version.Template, version.Inputs,
        [.. usage.Where(row => row.Version == version.Version).Select(PromptUsageDto.Of)]);
}
