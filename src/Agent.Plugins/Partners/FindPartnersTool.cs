using PromptLab.Everflow.Partners;
using PromptLab.Plugins.Arguments;
using PromptLab.Plugins.Rendering;
using PromptLab.Plugins.Tools;
using PromptLab.Workflows.Entities;

namespace PromptLab.Plugins.Partners;

internal sealed class FindPartnersTool(Catalogue catalogue) : ITool
{
    private static readonly TableColumn[] Columns = [new("id", "Id", "id"), new("name", "Partner", "text"), new("status", "Status", "text")];

    public ToolDescriptor Descriptor { get; } = ToolDescriptors.Read("find_partners", ToolEffect.Read);

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
        return await LookupAnswer.Of(request, EntityKind.Partner, search, new AnswerTable(Columns), RowAsync);

        async ValueTask<TableCell[]> RowAsync(RankedEntity hit)
        {
            var partner = await catalogue.FindPartnerAsync(hit.Id, cancellationToken);
            return [TableCell.Id(hit.Id), TableCell.Of(hit.Name), TableCell.Of(Word(partner?.Status))];
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
