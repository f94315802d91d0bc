namespace PromptLab.Plugins.Alerts;

/// <param name="Day">The last full day that the run looks at; it runs on the next one.</param>
/// <param name="Findings">How many partners.</param>
/// <param name="Total">Wasted clicks, or lost revenue.</param>
/// <param name="Partners">The worst of them.</param>
public sealed record AlertBacktestDay(DateOnly Day, int Findings, decimal Total, IReadOnlyList<AlertBacktestPartner> Partners)
{
    internal const int MostPartners = 10;
}
