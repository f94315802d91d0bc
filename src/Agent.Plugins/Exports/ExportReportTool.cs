using PromptLab.Plugins.Arguments;
using PromptLab.Plugins.Conversions;
using PromptLab.Plugins.Tools;
using PromptLab.Workflows.Conversions;
using PromptLab.Workflows.Dates;
using PromptLab.Workflows.Exports;

namespace PromptLab.Plugins.Exports;

internal sealed class ExportReportTool(EntityArgument entities, PeriodArgument periods, ExportReportWorkflow workflow) : ITool
{
    private static readonly ToolChoice[] Types =
    [
        new("Stats", "stats report"), new("Conversions", "conversions report"), new("Fraud", "fraud report"),
        new("Scrub", "scrub report"), new("Variance", "variance report"),
    ];

    public ToolDescriptor Descriptor { get; } = ToolDescriptors.Read("export_report", ToolEffect.Export) with { Result = typeof(ExportedReport) };

    public async Task<ToolResolution> ResolveAsync(ToolArguments arguments, ToolContext context, CancellationToken cancellationToken)
    {
        var draft = new RequestDraft(Descriptor.Name, arguments, context);
        var type = ReadType(draft);
        var range = periods.ReadOrAsk(draft, "Which period should the report cover?");
        var columns = ReportColumnWords.Read(draft, type is null ? null : ReportTypeWords.Parse(type));
        var offer = await entities.OfferAsync(draft, missing: null, cancellationToken);
        var partner = await entities.PartnerAsync(draft, missing: null, cancellationToken);
        var country = CountryArgument.Read(draft, showsAll: false);
        return draft.Complete(() => new ExportReportRequest(ReportTypeWords.Parse(type!), range!, columns, offer?.Id, partner?.Id, country));
    }

    public async Task<ToolOutcome> RunAsync(ResolvedRequest request, ToolContext context, CancellationToken cancellationToken)
    {
        var asked = (ExportReportRequest)request.Request;
        if (Reach(asked) is not { } range)
        {
            return new ToolOutcome.Failed(TooLongAgo.Problem);
        }

        var progress = new ExportSteps(context.Progress);
        var export = await workflow.RunAsync(asked with { Range = range }, context.Owner, context.ConversationId, progress, cancellationToken);
        return ExportAnswer.Render(request, export, range == asked.Range ? null : range);
    }

    /// <summary>The days that Everflow has: aggregated figures of any, rows of the last year.</summary>
    private DateRange? Reach(ExportReportRequest asked) =>
        asked.Type is ReportType.Stats or ReportType.Variance ? asked.Range : ConversionReach.Of(asked.Range, periods.Today);

    private static string? ReadType(RequestDraft draft)
    {
        if (!draft.Given.Has("report_type"))
        {
            draft.Ask("report_type", "Which report do you need?", Types);
            return null;
        }

        var type = ReportTypeWords.Words.Read(draft, "report_type", "report type");
        if (type is not null)
        {
            draft.Show("report_type", "Report", $"{type} report");
        }

        return type;
    }
}
