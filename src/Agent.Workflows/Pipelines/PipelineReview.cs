namespace PromptLab.Workflows.Pipelines;

/// <summary>A saved pipeline, looked at before a run: templates may have changed since it was saved.</summary>
/// <param name="Snapshot">Can be run only when there are no errors.</param>
/// <param name="Templates">Of the steps, in their order.</param>
public sealed record PipelineReview(PipelineFindings Findings, PipelineSnapshot Snapshot, IReadOnlyList<StepTemplate?> Templates);
