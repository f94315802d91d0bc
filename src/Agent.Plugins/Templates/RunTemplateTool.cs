using PromptLab.Plugins.Arguments;
using PromptLab.Plugins.Rendering;
using PromptLab.Plugins.Tools;
using PromptLab.Workflows.Executions;
using PromptLab.Workflows.Templates;

namespace PromptLab.Plugins.Templates;

/// <param name="runners">The one that the layer above registers; programs that only resolve requests have none.</param>
internal sealed class RunTemplateTool(TemplateArgument templates, IEnumerable<ITemplateRunner> runners) : ITool
{
    public ToolDescriptor Descriptor { get; } = ToolDescriptors.Read("run_template", ToolEffect.Read) with { Result = typeof(TemplateRun) };

    public async Task<ToolResolution> ResolveAsync(ToolArguments arguments, ToolContext context, CancellationToken cancellationToken)
    {
        var draft = new RequestDraft(Descriptor.Name, arguments, context);
        var found = await templates.ReadAsync(draft, cancellationToken);
        var variables = VariablesArgument.Read(draft);
        if (found is null)
        {
            return draft.Complete(() => throw new InvalidOperationException("A template that was not found is asked about."));
        }

        var (template, version) = found.Value;
        var values = TemplateValues.Fit(version.Body, variables);
        TemplateValues.Ask(draft, version.Body, values);
        return draft.Complete(() => new TemplateRunRequest(template.Id, template.Name, version.Number, values));
    }

    public async Task<ToolOutcome> RunAsync(ResolvedRequest request, ToolContext context, CancellationToken cancellationToken)
    {
        var (id, name, version, variables) = (TemplateRunRequest)request.Request;
        context.Progress.Report(new ToolProgress("template", $"Running {name}"));
        var run = await runners.Single().RunAsync(new ExecutionRequest(context.Owner, id, variables) { Version = version }, cancellationToken);
        return TemplateRunAnswer.Of(request, run);
    }
}
