using System.Text.Json.Serialization;

namespace PromptLab.Workflows.Pipelines;

/// <summary>What a look at a draft came to.</summary>
/// <param name="Problems">All of them.</param>
/// <param name="Order">Names of steps, those together that run side by side.</param>
public sealed record PipelineFindings(IReadOnlyList<PipelineProblem> Problems, IReadOnlyList<IReadOnlyList<string>> Order)
{
    [JsonIgnore]
    public bool HasErrors => Problems.Any(problem => problem.IsError);
}
