using PromptLab.Data.Dashboard;

namespace PromptLab.Host.Dashboard;

/// <summary>A run of a pipeline without its steps.</summary>
public sealed record DashboardRunDto(
    Guid Id, DashboardRunPipelineDto Pipeline, string Status, decimal? Cost, long DurationMs, DateTimeOffset CreatedAt, DateTimeOffset? FinishedAt)
{
    internal static DashboardRunDto Of(RecentRunRow row) => new(
        row.Id, new(row.PipelineId, row.PipelineName, row.PipelineRevision), row.Status, row.Cost, row.DurationMs, row.CreatedAt, row.FinishedAt);
}
