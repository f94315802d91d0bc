using PromptLab.Plugins.Rendering;
using PromptLab.Plugins.Tools;
using PromptLab.Workflows.TrackingLinks;

namespace PromptLab.Plugins.TrackingLinks;

/// <summary>The answer with a link that needed no approval.</summary>
internal static class LinkAnswer
{
    public static ToolOutcome Of(ResolvedRequest resolved, PartnerLinkRequest request, LinkResult.Linked linked)
    {
        var sentence = linked.Access.Setting is null
            ? $"{LinkWords.Offer(request)} is open to every partner, so nothing had to be approved."
            : $"{LinkWords.Partner(request)} may already run {LinkWords.Offer(request)}, so nothing had to be approved.";
        var markdown = $"{RequestHeader.Markdown(resolved)}{sentence} The tracking link:\n\n{Block(linked.Url)}";
        var shown = new Dictionary<string, ShownEntity>
        {
            ["partner"] = new(request.PartnerId, request.PartnerName),
            ["offer"] = new(request.OfferId, request.OfferName),
        };
        return new ToolOutcome.Answered(new ToolAnswer(
            markdown, [LinkCard.Of(request, linked.Url, approved: false)], $"{resolved.Tool}: the link was made and shown; no approval was needed.", shown)
        {
            Result = PartnerLink.Of(request, linked.Url, approved: false),
        });
    }

    /// <summary>The link as text that nothing in it can turn into something else.</summary>
    public static string Block(string url) => $"```\n{url.ReplaceLineEndings("").Replace("```", "", StringComparison.Ordinal)}\n```";
}
