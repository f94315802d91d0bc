namespace PromptLab.Plugins.Alerts;

/// <summary>What a rule would have reported.</summary>
/// <param name="Days">Days that were looked at.</param>
/// <param name="Alerts">Alerts that would have been sent: one per day with findings.</param>
/// <param name="Findings">Partners in all of them, counted each time.</param>
/// <param name="Data">The days with findings, newest first.</param>
public sealed record AlertBacktest(DateOnly From, DateOnly To, int Days, int Alerts, int Findings, IReadOnlyList<AlertBacktestDay> Data);
