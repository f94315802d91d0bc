using PromptLab.Data.Audit;
using PromptLab.Everflow;
using PromptLab.Everflow.TrackingLinks;

namespace PromptLab.Workflows.TrackingLinks;

/// <summary>
/// WF1 as far as it goes without a person's yes: refuses what cannot be, makes the link where the partner may run the offer, and
/// otherwise says that an approval is needed.
/// </summary>
public sealed class TrackingLinkWorkflow(LinkAccessReader reader, TrackingLinksClient links, AuditRepository audit)
{
    /// <param name="person">Whose request it is.</param>
    /// <exception cref="EverflowException">The network did not answer as it should; no link was made.</exception>
    public async Task<LinkResult> RunAsync(PartnerLinkRequest request, string person, CancellationToken cancellationToken)
    {
        switch (await reader.ReadAsync(request, cancellationToken))
        {
            case LinkReading.Refused { Reason: var reason }:
                await RecordAsync(request, person, AuditAction.LinkRefused, AuditCode.Of(reason), cancellationToken);
                return new LinkResult.Refused(reason);
            case LinkReading.Ready { Access: { IsVisible: true } access }:
                return new LinkResult.Linked(access, await LinkAsync(request, person, cancellationToken));
            case LinkReading.Ready { Access: var access }:
                return new LinkResult.NeedsApproval(access);
            case var other:
                throw new InvalidOperationException($"A reading has no case for {other.GetType().Name}.");
        }
    }

    private async Task<string> LinkAsync(PartnerLinkRequest request, string person, CancellationToken cancellationToken)
    {
        try
        {
            var url = await links.CreateAsync(request, cancellationToken);
            await RecordAsync(request, person, AuditAction.LinkCreated, AuditEntry.Ok, cancellationToken);
            return url;
        }
        catch (EverflowException exception)
        {
            await RecordAsync(request, person, AuditAction.LinkCreated, AuditCode.Of(exception.Kind), cancellationToken);
            throw;
        }
    }

    private Task RecordAsync(PartnerLinkRequest request, string person, string action, string result, CancellationToken cancellationToken) =>
        audit.AppendAsync(new AuditEntry(person, action, request.PartnerId, request.OfferId, false, false, result), cancellationToken);
}
