using System.Text.Json;
using PromptLab.Data.PendingActions;
using PromptLab.Planner.Turns;
using PromptLab.Plugins.Tools;

namespace PromptLab.Planner.PendingActions;

/// <summary>A proposal as it is stored.</summary>
internal static class ProposalRow
{
    /// <param name="conversation">Null when it did not come from a conversation.</param>
    public static NewPendingAction Of(PendingProposal proposal, Guid? conversation, Guid? turn) => new(
        proposal.Id,
        proposal.Owner,
        conversation,
        turn,
        proposal.Request.Tool,
        proposal.Subject,
        proposal.Request.Arguments.ToJsonString(TurnJson.Options),
        JsonSerializer.Serialize(proposal.Request.Names),
        proposal.Payload,
        proposal.Digest,
        proposal.ToCard().Data.ToJsonString(TurnJson.Options),
        proposal.PartnerId,
        proposal.OfferId,
        proposal.ExpiresAt);
}
