using PromptLab.Planner.Turns;

namespace PromptLab.Planner.Pipelines;

/// <summary>The runs of pipelines that this process drives. The pipeline stands where a turn has its conversation.</summary>
internal sealed class LiveRuns : LiveSet;
