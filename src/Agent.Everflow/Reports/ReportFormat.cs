namespace PromptLab.Everflow.Reports;

/// <summary>What an export is written in.</summary>
public enum ReportFormat
{
    Csv,

    /// <summary>One JSON object per line, not an array.</summary>
    Json,
}
