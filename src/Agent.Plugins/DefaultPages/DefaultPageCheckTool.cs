using Microsoft.Extensions.Options;
using PromptLab.Plugins.Alerts;
using PromptLab.Plugins.Arguments;
using PromptLab.Plugins.Rendering;
using PromptLab.Plugins.Tools;
using PromptLab.Workflows.DefaultPages;

namespace PromptLab.Plugins.DefaultPages;

internal sealed class DefaultPageCheckTool(PeriodArgument periods, DefaultPagesWorkflow workflow, IOptions<DefaultPagesOptions> options) : ITool
{
    private const int MostClicks = 1_000_000;

    public ToolDescriptor Descriptor { get; } = ToolDescriptors.Read("default_lp_check", ToolEffect.Read) with { Result = typeof(DefaultPageCheckResult) };

    public Task<ToolResolution> ResolveAsync(ToolArguments arguments, ToolContext context, CancellationToken cancellationToken)
    {
        var draft = new RequestDraft(Descriptor.Name, arguments, context);
        var given = periods.Day(draft, "date");
        var date = given ?? periods.Today.AddDays(-1);
        draft.Show("date", "Day", PeriodArgument.Iso(date), isDefault: given is null);
        var stated = NumberArgument.Whole(draft, "click_threshold", "number of clicks", least: 0, MostClicks);
        var threshold = stated ?? DefaultPageCheckRequest.DefaultClickThreshold;
        draft.Show("click_threshold", "Clicks", $"more than {threshold} clicks", isDefault: stated is null);
        return Task.FromResult(draft.Complete(() => options.Value.Check(date, threshold)));
    }

    public async Task<ToolOutcome> RunAsync(ResolvedRequest request, ToolContext context, CancellationToken cancellationToken)
    {
        var check = (DefaultPageCheckRequest)request.Request;
        var result = await workflow.RunAsync(check, cancellationToken);
        var answer = new AnswerText(request);
        if (!result.IsComplete)
        {
            answer.Warn(AlertTexts.Incomplete);
        }

        if (result.Partners.Count == 0)
        {
            answer.Say($"No partner has more than {Figures.Count(check.ClickThreshold)} clicks on a default landing page on {PeriodArgument.Iso(check.Date)}.");
            return answer.Finish(result);
        }

        answer.Show(DefaultPageReports.Of(result, check.ClickThreshold));
        if (result.Partners is [var only])
        {
            answer.Show("partner", only.Partner.Id, only.Partner.Name);
        }

        return answer.Finish(result);
    }
}
