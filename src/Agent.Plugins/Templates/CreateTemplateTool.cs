using PromptLab.Plugins.Arguments;
using PromptLab.Plugins.Rendering;
using PromptLab.Plugins.Tools;
using PromptLab.Workflows.Templates;

namespace PromptLab.Plugins.Templates;

internal sealed class CreateTemplateTool(TemplateService templates) : ITool
{
    public ToolDescriptor Descriptor { get; } = ToolDescriptors.Read("create_template", ToolEffect.Change);

    public Task<ToolResolution> ResolveAsync(ToolArguments arguments, ToolContext context, CancellationToken cancellationToken)
    {
        var draft = new RequestDraft(Descriptor.Name, arguments, context);
        var name = TextArgument.Read(draft, "name", "What should the template be called?");
        var content = TextArgument.Read(draft, "content", "What should the template say?");
        draft.Show("name", "Template", name ?? "");
        return Task.FromResult(draft.Complete(() => new TemplateCreateRequest(name!, content!)));
    }

    public async Task<ToolOutcome> RunAsync(ResolvedRequest request, ToolContext context, CancellationToken cancellationToken)
    {
        var (name, content) = (TemplateCreateRequest)request.Request;
        var draft = new TemplateDraft(name, "", [], new TemplateBody(null, content, [], ModelParameters.None), "");
        return await templates.CreateAsync(context.Owner, draft, cancellationToken) switch
        {
            TemplateSaving.Saved saved => Answer(request, saved),
            TemplateSaving.NameTaken => Failed("template_name_taken", $"You already have a template called “{name}”. Nothing was changed; choose another name."),
            TemplateSaving.Invalid invalid => Failed("template_invalid", $"{string.Join(' ', invalid.Problems.Select(problem => problem.Text))} Nothing was saved."),
            var other => throw new InvalidOperationException($"A new template cannot be {other.GetType().Name}."),
        };
    }

    private static ToolOutcome Answer(ResolvedRequest request, TemplateSaving.Saved saved)
    {
        var answer = new AnswerText(request);
        var variables = saved.Version.Body.Variables();
        answer.Say($"The template **{MarkdownText.Escape(saved.Template.Name)}** is saved.");
        answer.Say(variables.Count == 0
            ? "It has no variables, so it always says the same."
            : $"It takes {string.Join(", ", variables.Select(MarkdownText.Escape))}.");
        return answer.Finish();
    }

    private static ToolOutcome.Failed Failed(string code, string text) => new(new ToolProblem(code, text, []));
}
