using PromptLab.Data.ConversationLinks;
using PromptLab.Data.Conversations;
using PromptLab.Planner.PendingActions;
using PromptLab.Plugins.Tools;

namespace PromptLab.Host.Mcp;

/// <summary>What MCP clients want changed waits in a conversation of its own, where the person sees it at once and decides.</summary>
internal sealed class McpProposals(ConversationLinkRepository links, ConversationRepository conversations, PendingActionDesk desk)
{
    public const string Title = "Requests of MCP clients";
    private const string Door = "mcp";

    public async Task AddAsync(PendingProposal proposal, string owner, CancellationToken cancellationToken)
    {
        var conversation = await links.FindOrCreateAsync(Door, "proposals", owner, cancellationToken);
        if (await conversations.FindAsync(owner, conversation, cancellationToken) is { Title: "" })
        {
            await conversations.UpdateAsync(owner, conversation, Title, null, cancellationToken);
        }

        await desk.ProposeAsync(proposal, conversation, cancellationToken);
    }

    /// <summary>The proposal's own text asks for a yes, which a model cannot give.</summary>
    public static string Text(PendingProposal proposal, Uri origin) =>
        $"{proposal.Summary}\n\nWaiting for a person: {proposal.Title}. It is confirmed or cancelled by a person in PromptLab, {origin}, "
        + $"in the conversation “{Title}”, until {proposal.ExpiresAt.UtcDateTime:yyyy-MM-dd HH:mm} UTC. No tool can do that.";
}
