using System.ComponentModel.DataAnnotations;

namespace PromptLab.Workflows.Schedules;

/// <summary>Bound to the section <c>Schedules</c>.</summary>
public sealed class ScheduleOptions
{
    public const string Section = "Schedules";

    /// <summary>How often it is looked what is due; a slot runs at most this much late.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "01:00:00")]
    public TimeSpan Heartbeat { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>A slot that passed while the service was down is caught up within this time; of several only the latest.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "31.00:00:00")]
    public TimeSpan Grace { get; set; } = TimeSpan.FromHours(6);

    /// <summary>A run whose process is gone is taken over after this time.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan Lease { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>The longest that one attempt may take.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>Attempts after the first one that failed.</summary>
    [Range(0, 20)]
    public int Retries { get; set; } = 3;

    /// <summary>Before the first repetition; each further pause is four times as long.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00")]
    public TimeSpan RetryPause { get; set; } = TimeSpan.FromMinutes(1);
}
