using PromptLab.Plugins.Arguments;
using PromptLab.Plugins.Tools;
using PromptLab.Workflows.Templates;

namespace PromptLab.Plugins.Templates;

internal sealed class RunTemplateTool : ITool
{
    public ToolDescriptor Descriptor { get; } = ToolDescriptors.Read("run_template", ToolEffect.Read);

    public Task<ToolResolution> ResolveAsync(ToolArguments arguments, ToolContext context, CancellationToken cancellationToken)
    {
        var draft = new RequestDraft(Descriptor.Name, arguments, context);
        var template = TextArgument.Read(draft, "template", "Which template should I run?");
        draft.Show("template", "Template", template ?? "");
        var variables = VariablesArgument.Read(draft);
        return Task.FromResult(draft.Complete(() => new TemplateRunRequest(template!, variables)));
    }

    public Task<ToolOutcome> RunAsync(ResolvedRequest request, ToolContext context, CancellationToken cancellationToken) =>
        NotAvailableYet.Answer("running prompt templates");
}
