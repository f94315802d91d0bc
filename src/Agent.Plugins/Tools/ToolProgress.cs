namespace PromptLab.Plugins.Tools;

/// <summary>A step of long work, told to the person while it runs.</summary>
/// <param name="Step">Stable name, for example <c>report</c> or <c>quota_wait</c>.</param>
/// <param name="Text">A sentence for the person.</param>
public sealed record ToolProgress(string Step, string Text);
