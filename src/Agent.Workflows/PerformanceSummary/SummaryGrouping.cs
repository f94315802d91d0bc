namespace PromptLab.Workflows.PerformanceSummary;

public enum SummaryGrouping
{
    Country,
    Offer,
}
