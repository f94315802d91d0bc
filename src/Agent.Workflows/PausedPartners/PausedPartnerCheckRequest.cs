namespace PromptLab.Workflows.PausedPartners;

/// <summary>Partners whose revenue fell against the same weekdays a week earlier.</summary>
/// <param name="AnalysisDays">Full days, ending yesterday.</param>
/// <param name="DropThreshold">Percent, above 0 and up to 100; reported are larger drops.</param>
public sealed record PausedPartnerCheckRequest(int AnalysisDays, decimal DropThreshold)
{
    public const int DefaultDays = 3;
    public const decimal DefaultDrop = 50;
}
