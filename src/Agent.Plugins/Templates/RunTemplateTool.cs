using PromptLab.Plugins.Arguments;
using PromptLab.Plugins.Tools;
using PromptLab.Workflows.Executions;
using PromptLab.Workflows.Templates;

namespace PromptLab.Plugins.Templates;

/// <param name="runners">The one that the layer above registers; programs that only resolve requests have none.</param>
internal sealed class RunTemplateTool(NamedTemplate named, TemplateReader templates, IEnumerable<ITemplateRunner> runners) : ITool
{
    public ToolDescriptor Descriptor { get; } = ToolDescriptors.Read("run_template", ToolEffect.Run) with { Result = typeof(TemplateRun) };

    public Task<ToolResolution> ResolveAsync(ToolArguments arguments, ToolContext context, CancellationToken cancellationToken)
    {
        var draft = new RequestDraft(Descriptor.Name, arguments, context);
        var template = TextArgument.Read(draft, "template", "Which template should I run?");
        draft.Show("template", "Template", template ?? "");
        var variables = VariablesArgument.Read(draft);
        return Task.FromResult(draft.Complete(() => new TemplateRunRequest(template!, variables)));
    }

    public async Task<ToolOutcome> RunAsync(ResolvedRequest request, ToolContext context, CancellationToken cancellationToken)
    {
        var (said, given) = (TemplateRunRequest)request.Request;
        var (template, unclear) = await named.FindAsync(context.Owner, said, cancellationToken);
        if (template is null)
        {
            return new ToolOutcome.Asked(unclear!);
        }

        var body = (await templates.NewestAsync(template, cancellationToken)).Body;
        var values = TemplateValues.Fit(body, given);
        if (TemplateValues.Question(body, values) is { } question)
        {
            return new ToolOutcome.Asked(question);
        }

        context.Progress.Report(new ToolProgress("template", $"Running {template.Name}"));
        var run = new ExecutionRequest(context.Owner, template.Id, values) { Version = template.Version };
        return TemplateRunAnswer.Of(request, await runners.Single().RunAsync(run, cancellationToken));
    }
}
