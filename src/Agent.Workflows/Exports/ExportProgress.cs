namespace PromptLab.Workflows.Exports;

/// <param name="Rows">Written so far.</param>
/// <param name="Wait">How long Everflow's quota makes it wait; zero when it does not.</param>
public sealed record ExportProgress(long Rows, TimeSpan Wait);
