namespace PromptLab.Data.Alerts;

/// <summary>What an alert says.</summary>
/// <param name="Text">Markdown.</param>
/// <param name="Facts">JSON array of label and value.</param>
/// <param name="Listing">JSON of columns and rows; null for none.</param>
public sealed record AlertContent(string Title, string Text, string Facts, string? Listing);
