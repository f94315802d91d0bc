using System.ComponentModel;

namespace PromptLab.Host.Turns;

public sealed record NewTurnFeedback(
    [property: Description("up, down, or null to take it back.")] string? Thumb,
    [property: Description("Up to 2,000 characters; null for none.")] string? Comment = null);
