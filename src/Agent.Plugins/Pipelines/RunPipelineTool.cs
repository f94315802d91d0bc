using PromptLab.Plugins.Arguments;
using PromptLab.Plugins.Tools;
using PromptLab.Workflows.Pipelines;

namespace PromptLab.Plugins.Pipelines;

internal sealed class RunPipelineTool : ITool
{
    public ToolDescriptor Descriptor { get; } = ToolDescriptors.Read("run_pipeline", ToolEffect.Read);

    public Task<ToolResolution> ResolveAsync(ToolArguments arguments, ToolContext context, CancellationToken cancellationToken)
    {
        var draft = new RequestDraft(Descriptor.Name, arguments, context);
        var pipeline = TextArgument.Read(draft, "pipeline", "Which pipeline should I run?");
        draft.Show("pipeline", "Pipeline", pipeline ?? "");
        var variables = VariablesArgument.Read(draft);
        return Task.FromResult(draft.Complete(() => new PipelineRunRequest(pipeline!, variables)));
    }

    public Task<ToolOutcome> RunAsync(ResolvedRequest request, ToolContext context, CancellationToken cancellationToken) =>
        NotAvailableYet.Answer("running pipelines");
}
