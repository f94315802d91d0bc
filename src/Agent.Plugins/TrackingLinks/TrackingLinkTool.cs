using PromptLab.Plugins.Arguments;
using PromptLab.Plugins.Rendering;
using PromptLab.Plugins.Tools;
using PromptLab.Workflows.TrackingLinks;

namespace PromptLab.Plugins.TrackingLinks;

internal sealed class TrackingLinkTool(
    EntityArgument entities, LandingPageArgument landingPages, TrackingLinkWorkflow workflow, LinkProposals proposals) : ITool
{
    private static readonly string[] SubNames = ["sub1", "sub2", "sub3", "sub4", "sub5"];

    public ToolDescriptor Descriptor { get; } = ToolDescriptors.Read("tracking_link", ToolEffect.Write) with { Result = typeof(PartnerLink) };

    public async Task<ToolResolution> ResolveAsync(ToolArguments arguments, ToolContext context, CancellationToken cancellationToken)
    {
        var draft = new RequestDraft(Descriptor.Name, arguments, context);
        var partner = await entities.PartnerAsync(draft, "Which partner should get the link?", cancellationToken);
        var (offer, page) = await landingPages.ReadAsync(draft, "Which offer should the link point to?", cancellationToken);
        var subs = ReadSubs(draft);
        return draft.Complete(() => new PartnerLinkRequest(
            partner!.Id, partner.Name, offer!.Id, offer.Name, page?.Id, subs, [.. draft.Guesses.Select(guess => guess.Label).Distinct()])
        {
            LandingPageName = page?.Name,
        });
    }

    public async Task<ToolOutcome> RunAsync(ResolvedRequest request, ToolContext context, CancellationToken cancellationToken)
    {
        var link = (PartnerLinkRequest)request.Request;
        if (link.Unconfirmed.Count > 0)
        {
            return new ToolOutcome.Asked(Confirm(link));
        }

        return await workflow.RunAsync(link, context.Owner, cancellationToken) switch
        {
            LinkResult.Linked linked => LinkAnswer.Of(request, link, linked),
            LinkResult.NeedsApproval { Access: var access } => new ToolOutcome.Proposed(proposals.Create(request, link, access, context.Owner)),
            LinkResult.Refused { Reason: var reason } => new ToolOutcome.Failed(LinkRefusalText.Problem(link, reason)),
            var other => throw new InvalidOperationException($"A link has no case for {other.GetType().Name}."),
        };
    }

    private static Dictionary<string, string> ReadSubs(RequestDraft draft)
    {
        var subs = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in SubNames)
        {
            if (TextArgument.Read(draft, name) is { } value)
            {
                subs.Add(name, value);
                draft.Show(name, name, $"{name} = {value}");
            }
        }

        return subs;
    }

    /// <summary>A link is only made for what was named beyond doubt, so what was guessed is asked back with everything spelt out.</summary>
    private static ToolQuestion Confirm(PartnerLinkRequest request)
    {
        var meant = string.Join(" and ", request.Unconfirmed.Select(MarkdownText.Escape));
        return new ToolQuestion(
            $"Did you mean {meant}? For a link I need the id or the whole name.",
            ["partner", "offer"],
            [
                new ToolChoice(
                    $"Yes: {request.PartnerName} ({request.PartnerId}) on {request.OfferName} ({request.OfferId})",
                    LinkWords.Again(request)),
            ]);
    }
}
