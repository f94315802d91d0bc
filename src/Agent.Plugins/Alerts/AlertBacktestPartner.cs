namespace PromptLab.Plugins.Alerts;

/// <param name="Value">Wasted clicks, or lost revenue.</param>
public sealed record AlertBacktestPartner(int Id, string Name, decimal Value);
