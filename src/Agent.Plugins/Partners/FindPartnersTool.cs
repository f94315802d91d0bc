using PromptLab.Everflow.Partners;
using PromptLab.Plugins.Arguments;
using PromptLab.Plugins.Rendering;
using PromptLab.Plugins.Tools;
using PromptLab.Workflows.Entities;

namespace PromptLab.Plugins.Partners;

internal sealed class FindPartnersTool(Catalogue catalogue) : ITool
{
    private static readonly TableColumn[] Columns = [new("id", "Id", "id"), new("name", "Partner", "text"), new("status", "Status", "text")];

    public ToolDescriptor Descriptor { get; } = ToolDescriptors.Read("find_partners", ToolEffect.Read) with { Result = typeof(PartnerMatches) };

    public Task<ToolResolution> ResolveAsync(ToolArguments arguments, ToolContext context, CancellationToken cancellationToken)
    {
        var draft = new RequestDraft(Descriptor.Name, arguments, context);
        var query = TextArgument.Read(draft, "query", "Which partners are you looking for?");
        draft.Show("query", "Search", $"partners matching “{query}”");
        return Task.FromResult(draft.Complete(() => query!));
    }

    public async Task<ToolOutcome> RunAsync(ResolvedRequest request, ToolContext context, CancellationToken cancellationToken)
    {
        var search = await catalogue.SearchPartnersAsync((string)request.Request, cancellationToken);
        var matches = new List<PartnerMatch>();
        var answer = await LookupAnswer.Of(request, EntityKind.Partner, search, new AnswerTable(Columns), RowAsync);
        return new ToolOutcome.Answered(answer with { Result = new PartnerMatches(matches, search.Hits.Count, search.Nearest) });

        async ValueTask<TableCell[]> RowAsync(RankedEntity hit)
        {
            var partner = await catalogue.FindPartnerAsync(hit.Id, cancellationToken);
            var match = new PartnerMatch(hit.Id, hit.Name, Word(partner?.Status));
            matches.Add(match);
            return [TableCell.Id(match.Id), TableCell.Of(match.Name), TableCell.Of(match.Status)];
        }
    }

    private static string Word(PartnerStatus? status) => status switch
    {
        PartnerStatus.Active => "active",
        PartnerStatus.Inactive => "inactive",
        PartnerStatus.Pending => "pending",
        PartnerStatus.Suspended => "blocked",
        _ => "unknown",
    };
}
