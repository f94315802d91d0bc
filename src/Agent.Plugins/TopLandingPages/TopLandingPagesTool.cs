using Microsoft.Extensions.Options;
using PromptLab.Everflow;
using PromptLab.Plugins.Arguments;
using PromptLab.Plugins.Tools;
using PromptLab.Workflows.TopLandingPages;

namespace PromptLab.Plugins.TopLandingPages;

internal sealed class TopLandingPagesTool(
    EntityArgument entities, PeriodArgument periods, TopLandingPagesWorkflow workflow, IOptions<EverflowOptions> everflow) : ITool
{
    private const int MostPages = 50;

    public ToolDescriptor Descriptor { get; } = ToolDescriptors.Read("top_landing_pages", ToolEffect.Read) with { Result = typeof(TopLandingPagesResult) };

    public async Task<ToolResolution> ResolveAsync(ToolArguments arguments, ToolContext context, CancellationToken cancellationToken)
    {
        var draft = new RequestDraft(Descriptor.Name, arguments, context);
        var offer = await entities.OfferAsync(draft, "For which offer should I compare the landing pages?", cancellationToken);
        var country = CountryArgument.Read(draft);
        var range = periods.ReadOrLast(draft, TopLandingPagesRequest.DefaultDays);
        draft.Show("currency", "Currency", everflow.Value.Currency, isDefault: true);
        var least = MinConversionsArgument.Read(draft, TopLandingPagesRequest.DefaultMinConversions);
        var top = TopArgument.Read(draft, TopLandingPagesRequest.DefaultTop, MostPages);
        var metrics = LandingPageMetricWords.Read(draft);
        return draft.Complete(() => new TopLandingPagesRequest(offer!.Id, offer.Name, country, range!, least, top, metrics));
    }

    public async Task<ToolOutcome> RunAsync(ResolvedRequest request, ToolContext context, CancellationToken cancellationToken)
    {
        var landingPages = (TopLandingPagesRequest)request.Request;
        var result = await workflow.RunAsync(landingPages, cancellationToken);
        return new TopLandingPagesAnswer(request, landingPages, result, everflow.Value.Currency).Render();
    }
}
