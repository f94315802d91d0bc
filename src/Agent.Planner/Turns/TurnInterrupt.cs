using PromptLab.Planner.Planning;

namespace PromptLab.Planner.Turns;

/// <summary>A confirmation that the run waits for.</summary>
internal sealed record TurnInterrupt(Guid Id, string? CallId, string Tool, string Message, DateTimeOffset ExpiresAt)
{
    public static TurnInterrupt Of(ProposedCall proposed) => new(
        proposed.Proposal.Id, proposed.CallId, proposed.Proposal.Request.Tool, proposed.Proposal.Title, proposed.Proposal.ExpiresAt);
}
