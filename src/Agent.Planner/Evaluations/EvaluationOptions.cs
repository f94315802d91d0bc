using System.ComponentModel.DataAnnotations;

namespace PromptLab.Planner.Evaluations;

/// <summary>Limits of an evaluation; section <c>Evaluations</c>.</summary>
public sealed class EvaluationOptions
{
    public const string Section = "Evaluations";

    [Range(typeof(TimeSpan), "00:00:10", "7.00:00:00", ErrorMessage = "Evaluations:Timeout must be from 00:00:10 to 7.00:00:00.")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromHours(12);

    /// <summary>Evaluations of one user that may run at once.</summary>
    [Range(1, 100, ErrorMessage = "Evaluations:AtOnce must be from 1 to 100.")]
    public int AtOnce { get; set; } = 4;

    /// <summary>How long a provider may refuse every call for too many of them before the evaluation ends; it can be resumed later.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00", ErrorMessage = "Evaluations:Patience must be from 00:00:01 to 1.00:00:00.")]
    public TimeSpan Patience { get; set; } = TimeSpan.FromMinutes(10);
}
