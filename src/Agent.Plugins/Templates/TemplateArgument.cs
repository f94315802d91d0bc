using PromptLab.Data.Templates;
using PromptLab.Plugins.Arguments;
using PromptLab.Plugins.Tools;
using PromptLab.Workflows.Templates;

namespace PromptLab.Plugins.Templates;

/// <summary>The argument <c>template</c>: one of the person's own templates, by its name or a part of it.</summary>
internal sealed class TemplateArgument(TemplateReader templates)
{
    private const string Argument = "template";
    private const int MostChoices = 5;

    /// <summary>The template and its newest version; null when it was asked about.</summary>
    public async Task<(Template Template, TemplateVersion Version)?> ReadAsync(RequestDraft draft, CancellationToken cancellationToken)
    {
        if (TextArgument.Read(draft, Argument) is not { } said)
        {
            await AskAsync(draft, "Which template should I run?", null, cancellationToken);
            return null;
        }

        if (await FindAsync(draft, said, cancellationToken) is not { } template)
        {
            return null;
        }

        draft.Settle(Argument, template.Name);
        draft.Show(Argument, "Template", template.Name);
        return (template, await templates.NewestAsync(template, cancellationToken));
    }

    private async Task<Template?> FindAsync(RequestDraft draft, string said, CancellationToken cancellationToken)
    {
        if (await templates.FindByNameAsync(draft.Context.Owner, said, cancellationToken) is { } exact)
        {
            return exact;
        }

        var near = await NamedAsync(draft, said, cancellationToken);
        if (near is [var only])
        {
            return only;
        }

        await AskAsync(draft, near.Count == 0 ? $"You have no template called “{said}”. Which one is meant?" : $"Several templates match “{said}”. Which one is meant?",
            near.Count == 0 ? null : near, cancellationToken);
        return null;
    }

    private async Task<IReadOnlyList<Template>> NamedAsync(RequestDraft draft, string words, CancellationToken cancellationToken)
    {
        var page = await templates.ListAsync(draft.Context.Owner, new TemplateFilter(words), null, 50, cancellationToken);
        return [.. page.Data.Where(template => template.Name.Contains(words, StringComparison.OrdinalIgnoreCase)).Take(MostChoices)];
    }

    private async Task AskAsync(RequestDraft draft, string question, IReadOnlyList<Template>? choices, CancellationToken cancellationToken)
    {
        choices ??= (await templates.ListAsync(draft.Context.Owner, new TemplateFilter(), null, MostChoices, cancellationToken)).Data;
        draft.Ask(Argument, question, choices.Select(template => new ToolChoice(template.Name, $"Run the template \"{template.Name}\"")));
    }
}
