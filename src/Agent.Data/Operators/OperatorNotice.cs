namespace PromptLab.Data.Operators;

/// <param name="Key">The same key is told once.</param>
/// <param name="Text">What happened and what to do; no figures.</param>
public sealed record OperatorNotice(string Key, string Title, string Text);
