using PromptLab.Plugins.Arguments;
using PromptLab.Plugins.Tools;
using PromptLab.Workflows.DefaultPages;

namespace PromptLab.Plugins.DefaultPages;

internal sealed class DefaultPageCheckTool(PeriodArgument periods) : ITool
{
    private const int MostClicks = 1_000_000;

    public ToolDescriptor Descriptor { get; } = ToolDescriptors.Read("default_lp_check", ToolEffect.Read);

    public Task<ToolResolution> ResolveAsync(ToolArguments arguments, ToolContext context, CancellationToken cancellationToken)
    {
        var draft = new RequestDraft(Descriptor.Name, arguments, context);
        var given = periods.Day(draft, "date");
        var date = given ?? periods.Today.AddDays(-1);
        draft.Show("date", "Day", PeriodArgument.Iso(date), isDefault: given is null);
        var stated = NumberArgument.Whole(draft, "click_threshold", "number of clicks", least: 0, MostClicks);
        var threshold = stated ?? DefaultPageCheckRequest.DefaultClickThreshold;
        draft.Show("click_threshold", "Clicks", $"more than {threshold} clicks", isDefault: stated is null);
        return Task.FromResult(draft.Complete(() => new DefaultPageCheckRequest(date, threshold)));
    }

    public Task<ToolOutcome> RunAsync(ResolvedRequest request, ToolContext context, CancellationToken cancellationToken) =>
        NotAvailableYet.Answer("checking default landing pages");
}
