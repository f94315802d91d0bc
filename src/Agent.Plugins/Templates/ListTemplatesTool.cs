using PromptLab.Plugins.Arguments;
using PromptLab.Plugins.Tools;
using PromptLab.Workflows.Templates;

namespace PromptLab.Plugins.Templates;

internal sealed class ListTemplatesTool : ITool
{
    public ToolDescriptor Descriptor { get; } = ToolDescriptors.Read("list_templates", ToolEffect.Read);

    public Task<ToolResolution> ResolveAsync(ToolArguments arguments, ToolContext context, CancellationToken cancellationToken) =>
        Task.FromResult(new RequestDraft(Descriptor.Name, arguments, context).Complete(() => new TemplateListRequest()));

    public Task<ToolOutcome> RunAsync(ResolvedRequest request, ToolContext context, CancellationToken cancellationToken) =>
        NotAvailableYet.Answer("listing prompt templates");
}
