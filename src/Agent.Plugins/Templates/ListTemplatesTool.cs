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

    private static readonly TableColumn Whose = new("owner", "Owner", "text");

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

        var shared = page.Data.Count(template => template.Owner != context.Owner);
        answer.Say(page.Next is null ? Total(page.Data.Count, shared) : $"The {MostRows} prompt templates that were changed last:");
        answer.Table("Prompt templates", await TableAsync(page.Data, shared > 0 ? context.Owner : null, cancellationToken));
        return answer.Finish();
    }

    private static string Total(int count, int shared) => shared switch
    {
        0 => $"You have {Templates(count)}.",
        _ when shared == count => $"You have no prompt templates of your own; others share {Templates(count)} with you.",
        _ => $"You see {Templates(count)}, {Figures.Count(shared)} of them shared by others.",
    };

    private static string Templates(int count) => $"{Figures.Count(count)} prompt {(count == 1 ? "template" : "templates")}";

    /// <param name="user">Who looks, where others' templates are among them; null where there are none.</param>
    private async Task<AnswerTable> TableAsync(IReadOnlyList<Template> page, string? user, CancellationToken cancellationToken)
    {
        var table = new AnswerTable(user is null ? Columns : [.. Columns, Whose]);
        foreach (var template in page)
        {
            var newest = await templates.NewestAsync(template, cancellationToken);
            TableCell[] cells =
            [
                TableCell.Of(template.Name),
                TableCell.Of(string.Join(", ", newest.Body.AllInputs().Select(input => input.Name))),
                TableCell.Count(template.Version),
                TableCell.Of(template.UpdatedAt.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            ];
            table.Add(user is null ? cells : [.. cells, TableCell.Of(template.Owner == user ? "you" : template.Owner)]);
        }

        return table;
    }
}
