using System.Globalization;
using PromptLab.Data.Pipelines;
using PromptLab.Plugins.Arguments;
using PromptLab.Plugins.Rendering;
using PromptLab.Plugins.Tools;
using PromptLab.Workflows.Pipelines;

namespace PromptLab.Plugins.Pipelines;

internal sealed class ListPipelinesTool(PipelineReader pipelines) : ITool
{
    private const int MostRows = 25;

    private static readonly TableColumn[] Columns =
        [new("name", "Pipeline", "text"), new("inputs", "Inputs", "text"), new("steps", "Steps", "text"), new("changed", "Changed", "text")];

    public ToolDescriptor Descriptor { get; } = ToolDescriptors.Read("list_pipelines", ToolEffect.Read);

    public Task<ToolResolution> ResolveAsync(ToolArguments arguments, ToolContext context, CancellationToken cancellationToken) =>
        Task.FromResult(new RequestDraft(Descriptor.Name, arguments, context).Complete(() => new PipelineListRequest()));

    public async Task<ToolOutcome> RunAsync(ResolvedRequest request, ToolContext context, CancellationToken cancellationToken)
    {
        var page = await pipelines.ListAsync(context.Owner, new PipelineFilter(), null, MostRows, cancellationToken);
        var answer = new AnswerText(request);
        if (page.Data.Count == 0)
        {
            answer.Say("You have no pipelines yet. They are made in the lab, at /lab/pipelines.");
            return answer.Finish();
        }

        answer.Say(page.Next is null
            ? $"You {(page.Data.Any(pipeline => pipeline.Owner != context.Owner) ? "see" : "have")} {Figures.Count(page.Data.Count)} {(page.Data.Count == 1 ? "pipeline" : "pipelines")}."
            : $"The {MostRows} pipelines that were changed last:");
        answer.Table("Pipelines", Table(page.Data));
        return answer.Finish();
    }

    private static AnswerTable Table(IReadOnlyList<Pipeline> page)
    {
        var table = new AnswerTable(Columns);
        foreach (var pipeline in page)
        {
            table.Add(
                TableCell.Of(pipeline.Name),
                TableCell.Of(string.Join(", ", pipeline.Definition.Inputs.Select(input => input.Name))),
                TableCell.Of(string.Join(", ", pipeline.Definition.Steps.Select(step => step.Name))),
                TableCell.Of(pipeline.UpdatedAt.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
        }

        return table;
    }
}
