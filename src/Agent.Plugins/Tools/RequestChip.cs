namespace PromptLab.Plugins.Tools;

/// <summary>One parameter of a resolved request, as shown with the answer.</summary>
/// <param name="Argument">The tool's argument, for example <c>date_range</c>.</param>
/// <param name="Label">For example <c>Period</c>.</param>
/// <param name="Value">For example <c>2024-12-16 – 2025-01-14 (Europe/Amsterdam)</c>.</param>
/// <param name="IsDefault">True when the person did not ask for it.</param>
public sealed record RequestChip(string Argument, string Label, string Value, bool IsDefault);
