using Microsoft.Extensions.Options;
using PromptLab.Everflow;
using PromptLab.Plugins.Arguments;
using PromptLab.Plugins.Tools;
using PromptLab.Workflows.TopOffers;

namespace PromptLab.Plugins.TopOffers;

internal sealed class TopOffersTool(PeriodArgument periods, TopOffersWorkflow workflow, IOptions<EverflowOptions> everflow) : ITool
{
    private const int MostOffers = 100;

    public ToolDescriptor Descriptor { get; } = ToolDescriptors.Read("top_offers", ToolEffect.Read) with { Result = typeof(TopOffersResult) };

    public Task<ToolResolution> ResolveAsync(ToolArguments arguments, ToolContext context, CancellationToken cancellationToken)
    {
        var draft = new RequestDraft(Descriptor.Name, arguments, context);
        var sort = OfferSortWords.Words.Read(draft, "sort_by", "figure to rank by");
        draft.Show("sort_by", "Ranked by", $"by {sort ?? "conversions"}", isDefault: sort is null);
        var country = CountryArgument.Read(draft);
        var range = periods.ReadOrLast(draft, TopOffersRequest.DefaultDays);
        draft.Show("currency", "Currency", everflow.Value.Currency, isDefault: true);
        var least = MinConversionsArgument.Read(draft, usual: 0);
        var top = TopArgument.Read(draft, TopOffersRequest.DefaultTop, MostOffers);
        return Task.FromResult(draft.Complete(() => new TopOffersRequest(country, range!, OfferSortWords.Parse(sort), top, least)));
    }

    public async Task<ToolOutcome> RunAsync(ResolvedRequest request, ToolContext context, CancellationToken cancellationToken)
    {
        var offers = (TopOffersRequest)request.Request;
        return TopOffersAnswer.Render(request, offers, await workflow.RunAsync(offers, cancellationToken), everflow.Value.Currency);
    }
}
