using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using PromptLab.Data.PendingActions;
using PromptLab.Everflow.Offers;
using PromptLab.Everflow.Visibility;
using PromptLab.Plugins.PendingActions;
using PromptLab.Plugins.Rendering;
using PromptLab.Plugins.Tools;
using PromptLab.Workflows.Dates;
using PromptLab.Workflows.TrackingLinks;

namespace PromptLab.Plugins.TrackingLinks;

/// <summary>What a person is shown before an approval.</summary>
internal sealed class LinkProposals(NetworkCalendar calendar, TimeProvider time, IOptions<ApprovalOptions> options)
{
    public PendingProposal Create(ResolvedRequest resolved, PartnerLinkRequest request, LinkAccess access, string owner)
    {
        var now = time.GetUtcNow();
        var expires = now + options.Value.Expiry;
        return new PendingProposal(
            Guid.CreateVersion7(now),
            owner,
            resolved,
            $"{resolved.Tool}:{request.PartnerId}:{request.OfferId}",
            JsonSerializer.Serialize(request),
            access.Digest,
            $"Approve {LinkWords.PlainPartner(request)} on {LinkWords.PlainOffer(request)}",
            Text(resolved, request, access, expires),
            $"{LinkWords.PlainPartner(request)} may not run {LinkWords.PlainOffer(request)}: {PlainWhy(access)}. Nothing has been changed.",
            Facts(request, access),
            Effects(request, access),
            request.PartnerId,
            request.OfferId,
            expires);
    }

    /// <summary>The state is not the one that was confirmed: nothing is written, and the person decides anew.</summary>
    public PendingActionOutcome OnChange(PendingActionRow action, PartnerLinkRequest request, LinkReading now)
    {
        const string Intro = "The state in Everflow has changed since I asked you, so nothing was written.";
        switch (now)
        {
            case LinkReading.Refused { Reason: var reason }:
                return new PendingActionOutcome(PendingActionStatus.Failed, "changed", $"{Intro} {LinkRefusalText.Of(request, reason)}", []);
            case LinkReading.Ready { Access: { IsVisible: false } access }:
                var current = request with { PartnerName = access.Partner.Name, OfferName = access.Offer.Name, LandingPageName = access.Page?.Name };
                var next = Create(Resolved(action), current, access, action.Owner);
                return new PendingActionOutcome(
                    PendingActionStatus.Replaced, "changed", $"{Intro} Please look at it again.\n\n{next.Text}", [next.ToCard()], next);
            default:
                var text = $"{Intro} {LinkWords.Partner(request)} may run {LinkWords.Offer(request)} by now. Ask for the link again, and you get it at once.";
                return new PendingActionOutcome(PendingActionStatus.Failed, "changed", text, [QuestionCard.Of(text, [LinkWords.AskAgain(request)])]);
        }
    }

    private static ResolvedRequest Resolved(PendingActionRow action) => new(
        action.Tool,
        JsonNode.Parse(action.Arguments)!.AsObject(),
        JsonSerializer.Deserialize<Dictionary<string, string>>(action.Names)!,
        [],
        [],
        action.Payload);

    private string Text(ResolvedRequest resolved, PartnerLinkRequest request, LinkAccess access, DateTimeOffset expires)
    {
        var header = resolved.Chips.Count > 0 ? RequestHeader.Markdown(resolved) : "";
        return $"{header}{LinkWords.Partner(request)} may not run {LinkWords.Offer(request)}: {Why(access)}. Nothing has been changed. "
            + "If you say yes, I approve this one partner on this one offer and then create the link. "
            + $"Confirm or cancel until {Clock(expires)}.";
    }

    private string Clock(DateTimeOffset at) => string.Create(
        CultureInfo.InvariantCulture, $"{TimeZoneInfo.ConvertTime(at, calendar.TimeZone):HH:mm} ({calendar.TimeZone.Id})");

    private static string Why(LinkAccess access) => access.Setting switch
    {
        PartnerVisibility.Hidden => "somebody has **hidden** the offer from this partner",
        PartnerVisibility.Rejected => "somebody has **rejected** this partner on the offer",
        _ when access.ApplicationId is not null => "the offer requires approval, and the partner has applied",
        _ => access.Offer.Visibility == OfferVisibility.Private ? "the offer is private" : "the offer requires approval",
    };

    private static string PlainWhy(LinkAccess access) => Why(access).Replace("**", "", StringComparison.Ordinal);

    private static List<KeyValuePair<string, string>> Facts(PartnerLinkRequest request, LinkAccess access)
    {
        List<KeyValuePair<string, string>> facts =
        [
            new("Partner", LinkWords.PlainPartner(request)),
            new("Offer", LinkWords.PlainOffer(request)),
            new("Landing page", LinkWords.PlainPage(request) ?? "the offer's default"),
            new("Now", PlainWhy(access)),
        ];
        facts.AddRange(request.Subs.Select(sub => KeyValuePair.Create(sub.Key, sub.Value)));
        if (access.ApplicationId is { } application)
        {
            facts.Add(new("Application", $"{application}, not decided"));
        }

        return facts;
    }

    private static List<string> Effects(PartnerLinkRequest request, LinkAccess access)
    {
        List<string> effects =
        [
            $"Partner {request.PartnerId} becomes visible on offer {request.OfferId}; no other partner's setting is touched. Everflow may notify the partner.",
            "The approval is read back, and the tracking link is created.",
        ];
        if (access.ApplicationId is { } application)
        {
            effects.Add($"The partner's application {application} stays open in Everflow.");
        }

        effects.Add($"To take it back: {LinkWords.Revoke(request)}");
        return effects;
    }
}
