namespace PromptLab.Plugins.Tools;

/// <summary>A button under a question.</summary>
/// <param name="Label">What the button says, for example <c>Summer Promo 2024 (1001)</c>.</param>
/// <param name="Message">What is sent as the person's next message, for example <c>offer 1001</c>.</param>
public sealed record ToolChoice(string Label, string Message);
