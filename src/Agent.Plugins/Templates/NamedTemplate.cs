using PromptLab.Data.Templates;
using PromptLab.Plugins.Tools;
using PromptLab.Workflows.Templates;

namespace PromptLab.Plugins.Templates;

/// <summary>One of the person's own templates, by its name or a part of it.</summary>
internal sealed class NamedTemplate(TemplateReader templates)
{
    private const int MostChoices = 5;

    /// <returns>The template, or what to ask.</returns>
    public async Task<(Template? Template, ToolQuestion? Question)> FindAsync(string owner, string said, CancellationToken cancellationToken)
    {
        if (await templates.FindByNameAsync(owner, said, cancellationToken) is { } exact)
        {
            return (exact, null);
        }

        var found = (await templates.ListAsync(owner, new TemplateFilter(said), null, 50, cancellationToken)).Data;
        return found.Where(template => template.Name.Contains(said, StringComparison.OrdinalIgnoreCase)).Take(MostChoices).ToList() switch
        {
            [var only] => (only, null),
            [] => (null, await UnknownAsync(owner, said, cancellationToken)),
            var several => (null, Question($"Several templates match “{said}”. Which one is meant?", several)),
        };
    }

    private async Task<ToolQuestion> UnknownAsync(string owner, string said, CancellationToken cancellationToken)
    {
        var latest = (await templates.ListAsync(owner, new TemplateFilter(), null, MostChoices, cancellationToken)).Data;
        return Question($"You have no template called “{said}”. {(latest.Count == 0 ? "You have none at all yet." : "Which one is meant?")}", latest);
    }

    private static ToolQuestion Question(string text, IReadOnlyList<Template> choices) =>
        new(text, ["template"], [.. choices.Select(template => new ToolChoice(template.Name, $"Run the template \"{template.Name}\""))]);
}
