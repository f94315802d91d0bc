using System.ComponentModel.DataAnnotations;

namespace PromptLab.Workflows.PerformanceSummary;

/// <summary>Bound to the section <c>PerformanceSummary</c>.</summary>
public sealed class PerformanceSummaryOptions
{
    public const string Section = "PerformanceSummary";

    /// <summary>The label in Everflow that marks the house's own advertisers; summaries are limited to it.</summary>
    [Required]
    public string Label { get; set; } = "Advertiser_Internal";
}
