using System.ComponentModel.DataAnnotations;

namespace PromptLab.Planner.Pipelines;

/// <summary>Limits of runs; section <c>Pipelines</c>.</summary>
public sealed class PipelineOptions
{
    public const string Section = "Pipelines";

    /// <summary>How long one attempt of a run may take.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00", ErrorMessage = "Pipelines:Timeout must be from 00:00:01 to 1.00:00:00.")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromHours(1);

    /// <summary>How long one call of a workflow tool may take.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00", ErrorMessage = "Pipelines:ToolTimeout must be from 00:00:01 to 01:00:00.")]
    public TimeSpan ToolTimeout { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>Runs of one user that may go on at once. Their steps share <c>Executions:AtOnce</c> and wait for each other.</summary>
    [Range(1, 1000, ErrorMessage = "Pipelines:AtOnce must be from 1 to 1000.")]
    public int AtOnce { get; set; } = 10;
}
