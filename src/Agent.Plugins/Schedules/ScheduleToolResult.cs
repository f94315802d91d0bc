using PromptLab.Workflows.Schedules;

namespace PromptLab.Plugins.Schedules;

/// <param name="Action"><c>create</c>, <c>list</c>, <c>cancel</c>.</param>
/// <param name="Schedules">The one that was made or cancelled, or all.</param>
public sealed record ScheduleToolResult(string Action, IReadOnlyList<ScheduleView> Schedules);
