using PromptLab.Plugins.Arguments;
using PromptLab.Plugins.Tools;
using PromptLab.Workflows.Templates;

namespace PromptLab.Plugins.Templates;

internal sealed class CreateTemplateTool : ITool
{
    public ToolDescriptor Descriptor { get; } = ToolDescriptors.Read("create_template", ToolEffect.Read);

    public Task<ToolResolution> ResolveAsync(ToolArguments arguments, ToolContext context, CancellationToken cancellationToken)
    {
        var draft = new RequestDraft(Descriptor.Name, arguments, context);
        var name = TextArgument.Read(draft, "name", "What should the template be called?");
        var content = TextArgument.Read(draft, "content", "What should the template say?");
        draft.Show("name", "Template", name ?? "");
        return Task.FromResult(draft.Complete(() => new TemplateCreateRequest(name!, content!)));
    }

    public Task<ToolOutcome> RunAsync(ResolvedRequest request, ToolContext context, CancellationToken cancellationToken) =>
        NotAvailableYet.Answer("saving prompt templates");
}
