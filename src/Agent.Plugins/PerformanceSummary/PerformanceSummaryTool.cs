using Microsoft.Extensions.Options;
using PromptLab.Everflow;
using PromptLab.Plugins.Arguments;
using PromptLab.Plugins.Tools;
using PromptLab.Workflows.PerformanceSummary;

namespace PromptLab.Plugins.PerformanceSummary;

internal sealed class PerformanceSummaryTool(
    PeriodArgument periods, PerformanceSummaryWorkflow workflow, IOptions<EverflowOptions> everflow, IOptions<PerformanceSummaryOptions> options) : ITool
{
    private static readonly WordArgument Groupings = new(
        ["country", "countries", "geo", "geography", "region", "land", "pais", "pays"],
        ["offer", "campaign", "angebot", "oferta", "offre", "aanbieding"]);

    public ToolDescriptor Descriptor { get; } = ToolDescriptors.Read("performance_summary", ToolEffect.Read) with { Result = typeof(PerformanceSummaryResult.Summary) };

    public Task<ToolResolution> ResolveAsync(ToolArguments arguments, ToolContext context, CancellationToken cancellationToken)
    {
        var draft = new RequestDraft(Descriptor.Name, arguments, context);
        var grouping = Groupings.Read(draft, "group_by", "grouping");
        draft.Show("group_by", "Grouped", $"by {grouping ?? "country"}", isDefault: grouping is null);
        var country = CountryArgument.Read(draft);
        var range = periods.ReadOrLast(draft, PerformanceSummaryRequest.DefaultDays);
        draft.Show("currency", "Currency", everflow.Value.Currency, isDefault: true);
        var label = LabelArgument.Read(draft, options.Value.Label);
        var compare = FlagArgument.Read(draft, "compare");
        if (compare)
        {
            draft.Show("compare", "Compared", "against the period before");
        }

        var groupBy = grouping == "offer" ? SummaryGrouping.Offer : SummaryGrouping.Country;
        return Task.FromResult(draft.Complete(() => new PerformanceSummaryRequest(range!, groupBy, country, compare, label)));
    }

    public async Task<ToolOutcome> RunAsync(ResolvedRequest request, ToolContext context, CancellationToken cancellationToken)
    {
        var summary = (PerformanceSummaryRequest)request.Request;
        var result = await workflow.RunAsync(summary, cancellationToken);
        return new PerformanceSummaryAnswer(request, summary, everflow.Value.Currency).Render(result);
    }
}
