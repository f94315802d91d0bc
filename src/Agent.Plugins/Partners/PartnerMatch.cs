namespace PromptLab.Plugins.Partners;

/// <param name="Status">Active, inactive, pending, blocked or unknown.</param>
public sealed record PartnerMatch(int Id, string Name, string Status);
