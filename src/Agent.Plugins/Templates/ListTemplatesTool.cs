using System.Globalization;
using PromptLab.Data.Templates;
using PromptLab.Plugins.Arguments;
using PromptLab.Plugins.Rendering;
using PromptLab.Plugins.Tools;
using PromptLab.Workflows.Templates;

namespace PromptLab.Plugins.Templates;

internal sealed class ListTemplatesTool(TemplateReader templates) : ITool
{
    private const int MostRows = 25;

    private static readonly TableColumn[] Columns =
        [new("name", "Template", "text"), new("variables", "Variables", "text"), new("version", "Version", "count"), new("changed", "Changed", "text")];

    public ToolDescriptor Descriptor { get; } = ToolDescriptors.Read("list_templates", ToolEffect.Read);

    public Task<ToolResolution> ResolveAsync(ToolArguments arguments, ToolContext context, CancellationToken cancellationToken) =>
        Task.FromResult(new RequestDraft(Descriptor.Name, arguments, context).Complete(() => new TemplateListRequest()));

    public async Task<ToolOutcome> RunAsync(ResolvedRequest request, ToolContext context, CancellationToken cancellationToken)
    {
        var page = await templates.ListAsync(context.Owner, new TemplateFilter(), null, MostRows, cancellationToken);
        var answer = new AnswerText(request);
        if (page.Data.Count == 0)
        {
            answer.Say("You have no prompt templates yet. Say for example: create a template called Recap with content: Summarise {{text}} in three sentences.");
            return answer.Finish();
        }

        answer.Say(page.Next is null
            ? $"You have {Figures.Count(page.Data.Count)} prompt {(page.Data.Count == 1 ? "template" : "templates")}."
            : $"The {MostRows} prompt templates that you changed last:");
        answer.Table("Prompt templates", await TableAsync(page.Data, cancellationToken));
        return answer.Finish();
    }

    private async Task<AnswerTable> TableAsync(IReadOnlyList<Template> page, CancellationToken cancellationToken)
    {
        var table = new AnswerTable(Columns);
        foreach (var template in page)
        {
            var newest = await templates.NewestAsync(template, cancellationToken);
            table.Add(
                TableCell.Of(template.Name),
                TableCell.Of(string.Join(", ", newest.Body.AllInputs().Select(input => input.Name))),
                TableCell.Count(template.Version),
                TableCell.Of(template.UpdatedAt.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
        }

        return table;
    }
}
