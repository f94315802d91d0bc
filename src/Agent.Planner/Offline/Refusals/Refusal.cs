namespace PromptLab.Planner.Offline.Refusals;

/// <summary>Something in a message that is not done.</summary>
/// <param name="At">Index of its first word.</param>
internal readonly record struct Refusal(RefusalTopic Topic, int At);
