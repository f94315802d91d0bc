using PromptLab.Plugins.Tools;

namespace PromptLab.Planner.Planning;

/// <summary>A write that a turn proposes.</summary>
/// <param name="CallId">The tool call that it came from; null when it came from no call of this turn.</param>
public sealed record ProposedCall(string? CallId, PendingProposal Proposal);
