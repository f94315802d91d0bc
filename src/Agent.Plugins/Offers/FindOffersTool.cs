using PromptLab.Everflow.Offers;
using PromptLab.Plugins.Arguments;
using PromptLab.Plugins.Rendering;
using PromptLab.Plugins.Tools;
using PromptLab.Workflows.Entities;

namespace PromptLab.Plugins.Offers;

internal sealed class FindOffersTool(Catalogue catalogue) : ITool
{
    private static readonly TableColumn[] Columns =
        [new("id", "Id", "id"), new("name", "Offer", "text"), new("status", "Status", "text"), new("visibility", "Visibility", "text")];

    public ToolDescriptor Descriptor { get; } = ToolDescriptors.Read("find_offers", ToolEffect.Read) with { Result = typeof(OfferMatches) };

    public Task<ToolResolution> ResolveAsync(ToolArguments arguments, ToolContext context, CancellationToken cancellationToken)
    {
        var draft = new RequestDraft(Descriptor.Name, arguments, context);
        var query = TextArgument.Read(draft, "query", "Which offers are you looking for?");
        draft.Show("query", "Search", $"offers matching “{query}”");
        return Task.FromResult(draft.Complete(() => query!));
    }

    public async Task<ToolOutcome> RunAsync(ResolvedRequest request, ToolContext context, CancellationToken cancellationToken)
    {
        var search = await catalogue.SearchOffersAsync((string)request.Request, cancellationToken);
        var matches = new List<OfferMatch>();
        var answer = await LookupAnswer.Of(request, EntityKind.Offer, search, new AnswerTable(Columns), RowAsync);
        return new ToolOutcome.Answered(answer with { Result = new OfferMatches(matches, search.Hits.Count, search.Nearest) });

        async ValueTask<TableCell[]> RowAsync(RankedEntity hit)
        {
            var offer = await catalogue.FindOfferAsync(hit.Id, cancellationToken);
            var match = new OfferMatch(hit.Id, hit.Name, Word(offer?.Status), Word(offer?.Visibility));
            matches.Add(match);
            return [TableCell.Id(match.Id), TableCell.Of(match.Name), TableCell.Of(match.Status), TableCell.Of(match.Visibility)];
        }
    }

    private static string Word(OfferStatus? status) => status switch
    {
        OfferStatus.Active => "active",
        OfferStatus.Paused => "paused",
        OfferStatus.Pending => "pending",
        OfferStatus.Deleted => "deleted",
        _ => "unknown",
    };

    private static string Word(OfferVisibility? visibility) => visibility switch
    {
        OfferVisibility.Public => "public",
        OfferVisibility.RequireApproval => "requires approval",
        OfferVisibility.Private => "private",
        _ => "unknown",
    };
}
