using PromptLab.Planner.Turns;

namespace PromptLab.Planner.Executions;

/// <summary>The executions that run in this process. Each is a run of its own: its template stands where a turn has its conversation.</summary>
internal sealed class LiveExecutions : LiveSet;
