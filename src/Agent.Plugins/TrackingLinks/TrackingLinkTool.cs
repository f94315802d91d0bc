using PromptLab.Plugins.Arguments;
using PromptLab.Plugins.Rendering;
using PromptLab.Plugins.Tools;
using PromptLab.Workflows.TrackingLinks;

namespace PromptLab.Plugins.TrackingLinks;

internal sealed class TrackingLinkTool(EntityArgument entities, LandingPageArgument landingPages) : ITool
{
    private static readonly string[] SubNames = ["sub1", "sub2", "sub3", "sub4", "sub5"];

    public ToolDescriptor Descriptor { get; } = ToolDescriptors.Read("tracking_link", ToolEffect.Write);

    public async Task<ToolResolution> ResolveAsync(ToolArguments arguments, ToolContext context, CancellationToken cancellationToken)
    {
        var draft = new RequestDraft(Descriptor.Name, arguments, context);
        var partner = await entities.PartnerAsync(draft, "Which partner should get the link?", cancellationToken);
        var (offer, page) = await landingPages.ReadAsync(draft, "Which offer should the link point to?", cancellationToken);
        var subs = ReadSubs(draft);
        return draft.Complete(() => new PartnerLinkRequest(
            partner!.Id, partner.Name, offer!.Id, offer.Name, page?.Id, subs, [.. draft.Guesses.Select(guess => guess.Label).Distinct()]));
    }

    public Task<ToolOutcome> RunAsync(ResolvedRequest request, ToolContext context, CancellationToken cancellationToken) =>
        request.Request is PartnerLinkRequest { Unconfirmed.Count: > 0 } guessed
            ? Task.FromResult<ToolOutcome>(new ToolOutcome.Asked(Confirm(guessed)))
            : NotAvailableYet.Answer("creating tracking links");

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
        var page = request.LandingPageId is { } id ? $", landing page {id}" : "";
        var subs = string.Concat(request.Subs.Select(sub => $", {sub.Key}={sub.Value}"));
        return new ToolQuestion(
            $"Did you mean {meant}? For a link I need the id or the whole name.",
            ["partner", "offer"],
            [
                new ToolChoice(
                    $"Yes: {request.PartnerName} ({request.PartnerId}) on {request.OfferName} ({request.OfferId})",
                    $"tracking link for partner {request.PartnerId} on offer {request.OfferId}{page}{subs}"),
            ]);
    }
}
