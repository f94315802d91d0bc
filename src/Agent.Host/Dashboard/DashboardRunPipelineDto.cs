namespace PromptLab.Host.Dashboard;

/// <param name="Name">As it was called then.</param>
public sealed record DashboardRunPipelineDto(Guid Id, string Name, int Revision);
