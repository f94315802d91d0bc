namespace PromptLab.Workflows.AlertRules;

/// <summary>Bound to the section <c>Alerts</c>.</summary>
public sealed class AlertOptions
{
    public const string Section = "Alerts";

    /// <summary>
    /// Rules by a key of your own. The keys <c>default_pages</c> and <c>paused_partners</c> change the two rules that are always
    /// there; <c>Alerts:Rules:default_pages:Enabled=false</c> starts without one.
    /// </summary>
    public Dictionary<string, AlertRuleDraft> Rules { get; } = [];

    /// <summary>Repetitions of a check when Everflow fails.</summary>
    public int Retries { get; set; } = 3;

    /// <summary>Before the first repetition; it doubles from there.</summary>
    public TimeSpan RetryPause { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The longest time that a backtest may take.</summary>
    public TimeSpan BacktestTimeout { get; set; } = TimeSpan.FromSeconds(60);
}
