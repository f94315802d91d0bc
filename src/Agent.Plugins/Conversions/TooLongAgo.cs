using PromptLab.Plugins.Tools;

namespace PromptLab.Plugins.Conversions;

internal static class TooLongAgo
{
    public static ToolProblem Problem { get; } = new(
        "too_long_ago",
        "Everflow keeps single conversions for 365 days, and this period is before that. A stats or variance report still has its totals.",
        [new ToolChoice("Last 30 days", "last 30 days"), new ToolChoice("Last 365 days", "last 365 days")]);
}
