using PromptLab.Plugins.Arguments;
using PromptLab.Plugins.Tools;
using PromptLab.Workflows.Pipelines;

namespace PromptLab.Plugins.Pipelines;

internal sealed class ListPipelinesTool : ITool
{
    public ToolDescriptor Descriptor { get; } = ToolDescriptors.Read("list_pipelines", ToolEffect.Read);

    public Task<ToolResolution> ResolveAsync(ToolArguments arguments, ToolContext context, CancellationToken cancellationToken) =>
        Task.FromResult(new RequestDraft(Descriptor.Name, arguments, context).Complete(() => new PipelineListRequest()));

    public Task<ToolOutcome> RunAsync(ResolvedRequest request, ToolContext context, CancellationToken cancellationToken) =>
        NotAvailableYet.Answer("listing pipelines");
}
