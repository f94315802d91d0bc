using PromptLab.Plugins.Tools;

namespace PromptLab.Host.Mcp;

/// <param name="Title">Plain text.</param>
/// <param name="Facts">What the person should look at.</param>
/// <param name="Effects">What a yes does, step by step.</param>
/// <param name="ConfirmAt">Where a person confirms or cancels it. No tool does.</param>
internal sealed record McpPendingAction(
    Guid Id, string Title, string Text, IReadOnlyDictionary<string, string> Facts, IReadOnlyList<string> Effects, DateTimeOffset ExpiresAt, Uri ConfirmAt)
{
    public static McpPendingAction Of(PendingProposal proposal, Uri origin) => new(
        proposal.Id, proposal.Title, proposal.Summary, proposal.Facts.ToDictionary(fact => fact.Key, fact => fact.Value), proposal.Effects, proposal.ExpiresAt, origin);
}
