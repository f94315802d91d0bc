namespace PromptLab.Data.Dashboard;

/// <summary>Usage of one version of a template with one model.</summary>
public sealed record VersionUsageRow : UsageFigures
{
    public required Guid TemplateId { get; init; }

    /// <summary>As it was called when it ran.</summary>
    public required string TemplateName { get; init; }

    public int Version { get; init; }

    public required string Provider { get; init; }

    public required string Model { get; init; }

    /// <summary>Of all executions together.</summary>
    public long DurationMs { get; init; }
}
