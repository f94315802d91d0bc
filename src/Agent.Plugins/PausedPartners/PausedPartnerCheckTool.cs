using System.Globalization;
using PromptLab.Plugins.Arguments;
using PromptLab.Plugins.Tools;
using PromptLab.Workflows.PausedPartners;

namespace PromptLab.Plugins.PausedPartners;

internal sealed class PausedPartnerCheckTool : ITool
{
    private const int MostDays = 90;

    public ToolDescriptor Descriptor { get; } = ToolDescriptors.Read("paused_partner_check", ToolEffect.Read);

    public Task<ToolResolution> ResolveAsync(ToolArguments arguments, ToolContext context, CancellationToken cancellationToken)
    {
        var draft = new RequestDraft(Descriptor.Name, arguments, context);
        var stated = NumberArgument.Whole(draft, "analysis_days", "number of days", least: 1, MostDays);
        var days = stated ?? PausedPartnerCheckRequest.DefaultDays;
        draft.Show("analysis_days", "Days", $"last {days} full days", isDefault: stated is null);
        var percent = NumberArgument.Percent(draft, "drop_threshold", "drop");
        var drop = percent ?? PausedPartnerCheckRequest.DefaultDrop;
        draft.Show("drop_threshold", "Drop", string.Create(CultureInfo.InvariantCulture, $"more than {drop:0.##} % down"), isDefault: percent is null);
        return Task.FromResult(draft.Complete(() => new PausedPartnerCheckRequest(days, drop)));
    }

    public Task<ToolOutcome> RunAsync(ResolvedRequest request, ToolContext context, CancellationToken cancellationToken) =>
        NotAvailableYet.Answer("checking for paused partners");
}
