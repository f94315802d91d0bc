using Microsoft.Extensions.Options;
using PromptLab.Everflow;
using PromptLab.Plugins.Alerts;
using PromptLab.Plugins.Arguments;
using PromptLab.Plugins.Rendering;
using PromptLab.Plugins.Tools;
using PromptLab.Workflows.PausedPartners;

namespace PromptLab.Plugins.PausedPartners;

internal sealed class PausedPartnerCheckTool(PeriodArgument periods, PausedPartnersWorkflow workflow, IOptions<EverflowOptions> everflow) : ITool
{
    private const int MostDays = 90;

    public ToolDescriptor Descriptor { get; } = ToolDescriptors.Read("paused_partner_check", ToolEffect.Read) with { Result = typeof(PausedPartnerCheckResult) };

    public Task<ToolResolution> ResolveAsync(ToolArguments arguments, ToolContext context, CancellationToken cancellationToken)
    {
        var draft = new RequestDraft(Descriptor.Name, arguments, context);
        var stated = NumberArgument.Whole(draft, "analysis_days", "number of days", least: 1, MostDays);
        var days = stated ?? PausedPartnerCheckRequest.DefaultDays;
        draft.Show("analysis_days", "Days", $"last {days} full days", isDefault: stated is null);
        var percent = NumberArgument.Percent(draft, "drop_threshold", "drop");
        var drop = percent ?? PausedPartnerCheckRequest.DefaultDrop;
        draft.Show("drop_threshold", "Drop", $"more than {DropSentences.Percent(drop)} down", isDefault: percent is null);
        draft.Show("currency", "Currency", everflow.Value.Currency, isDefault: true);
        return Task.FromResult(draft.Complete(() => new PausedPartnerCheckRequest(periods.Today.AddDays(-1), days, drop)));
    }

    public async Task<ToolOutcome> RunAsync(ResolvedRequest request, ToolContext context, CancellationToken cancellationToken)
    {
        var check = (PausedPartnerCheckRequest)request.Request;
        var result = await workflow.RunAsync(check, cancellationToken);
        var answer = new AnswerText(request);
        if (!result.IsComplete)
        {
            answer.Warn(AlertTexts.Incomplete);
        }

        if (result.Partners.Count == 0)
        {
            answer.Say($"No partner with at least {Figures.Money(check.MinRevenue, everflow.Value.Currency)} earned more than {DropSentences.Percent(check.DropThreshold)} "
                + $"less in {PausedPartnerReports.Days(result.Now)} than in {PausedPartnerReports.Days(result.Before)}.");
            return answer.Finish(result);
        }

        answer.Show(PausedPartnerReports.Of(result, check.DropThreshold, everflow.Value.Currency));
        answer.Show("partner", result.Partners[0].Drop.Partner.Id, result.Partners[0].Drop.Partner.Name);
        return answer.Finish(result);
    }
}
