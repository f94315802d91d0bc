using PromptLab.Everflow.Conversions;
using PromptLab.Plugins.Arguments;
using PromptLab.Plugins.Tools;
using PromptLab.Workflows.Conversions;
using PromptLab.Workflows.Dates;

namespace PromptLab.Plugins.Conversions;

internal sealed class ViewConversionsTool(
    EntityArgument entities, PeriodArgument periods, ViewConversionsWorkflow workflow, NetworkCalendar calendar) : ITool
{
    private const int MostPages = 100_000;

    private static readonly WordArgument Statuses = new(
        ["approved", "accepted", "ok", "confirmed"],
        ["pending", "open", "waiting"],
        ["rejected", "declined", "refused"],
        ["invalid", "error", "failed"]);

    public ToolDescriptor Descriptor { get; } = ToolDescriptors.Read("view_conversions", ToolEffect.Read) with { Result = typeof(ConversionsView) };

    public async Task<ToolResolution> ResolveAsync(ToolArguments arguments, ToolContext context, CancellationToken cancellationToken)
    {
        var draft = new RequestDraft(Descriptor.Name, arguments, context);
        var range = periods.ReadOrAsk(draft, "Conversions of which period?");
        var status = Statuses.Read(draft, "status", "conversion status");
        var offer = await entities.OfferAsync(draft, missing: null, cancellationToken);
        var partner = await entities.PartnerAsync(draft, missing: null, cancellationToken);
        var page = NumberArgument.Whole(draft, "page", "page", least: 1, MostPages) ?? 1;
        draft.Show("status", "Status", status ?? "all statuses", isDefault: status is null);
        return draft.Complete(() => new ViewConversionsRequest(range!, Parse(status), offer?.Id, partner?.Id, page));
    }

    public async Task<ToolOutcome> RunAsync(ResolvedRequest request, ToolContext context, CancellationToken cancellationToken)
    {
        var asked = (ViewConversionsRequest)request.Request;
        return await workflow.RunAsync(asked, cancellationToken) is { } view
            ? ConversionsAnswer.Render(request, asked, view, calendar.TimeZone)
            : new ToolOutcome.Failed(TooLongAgo.Problem);
    }

    private static ConversionStatus? Parse(string? status) => status switch
    {
        null => null,
        "approved" => ConversionStatus.Approved,
        "pending" => ConversionStatus.Pending,
        "rejected" => ConversionStatus.Rejected,
        _ => ConversionStatus.Invalid,
    };
}
