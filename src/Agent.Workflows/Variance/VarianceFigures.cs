using PromptLab.Everflow.Reports;

namespace PromptLab.Workflows.Variance;

/// <summary>One group in both periods; a period without it counts as zero.</summary>
internal readonly record struct VarianceFigures(ReportMetrics Now, ReportMetrics Before)
{
    public decimal RevenueChange => Now.Revenue - Before.Revenue;

    public static VarianceFigures operator +(VarianceFigures left, VarianceFigures right) => new(left.Now + right.Now, left.Before + right.Before);
}
