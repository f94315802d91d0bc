using System.ComponentModel.DataAnnotations;

namespace PromptLab.Planner.Executions;

/// <summary>Limits of an execution; section <c>Executions</c>.</summary>
public sealed class ExecutionOptions
{
    public const string Section = "Executions";

    [Range(typeof(TimeSpan), "00:00:01", "01:00:00", ErrorMessage = "Executions:Timeout must be from 00:00:01 to 01:00:00.")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Executions of one user that may run at once.</summary>
    [Range(1, 1000, ErrorMessage = "Executions:AtOnce must be from 1 to 1000.")]
    public int AtOnce { get; set; } = 20;

    /// <summary>The provider that answers when the one that was asked for fails, unless the request names another; empty for none.</summary>
    public string Fallback { get; set; } = "";
}
