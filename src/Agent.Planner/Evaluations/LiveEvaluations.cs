using PromptLab.Planner.Turns;

namespace PromptLab.Planner.Evaluations;

/// <summary>The evaluations that run in this process; the dataset stands where a turn has its conversation.</summary>
internal sealed class LiveEvaluations : LiveSet;
