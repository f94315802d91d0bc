using PromptLab.Data.Templates;
using PromptLab.Plugins.Sharing;
using PromptLab.Plugins.Tools;
using PromptLab.Workflows.Templates;

namespace PromptLab.Plugins.Templates;

/// <summary>One of the templates that a person sees, by its name or a part of it. The person's own goes before others' of the same name.</summary>
internal sealed class NamedTemplate(TemplateReader templates)
{
    private const int MostChoices = 5;

    /// <summary>What a template is called where others' are among the choices; <see cref="FindAsync"/> understands it.</summary>
    public static string Name(Template template, string user) => OwnedName.Write(template.Name, template.Owner, user);

    /// <returns>The template, or what to ask.</returns>
    public async Task<(Template? Template, ToolQuestion? Question)> FindAsync(string user, string said, CancellationToken cancellationToken)
    {
        if (await templates.FindByNameAsync(user, said, cancellationToken) is { } exact)
        {
            return (exact, null);
        }

        var meant = OwnedName.Read(said);
        var namesakes = await templates.FindSharedByNameAsync(user, meant.Name, cancellationToken);
        return namesakes.Where(template => meant.IsOf(template.Owner)).ToList() switch
        {
            [var only] => (only, null),
            [] => await GuessAsync(user, said, cancellationToken),
            var several => (null, Question($"Several people share a template called “{meant.Name}”. Which one is meant?", several.Take(MostChoices), user)),
        };
    }

    private async Task<(Template? Template, ToolQuestion? Question)> GuessAsync(string user, string said, CancellationToken cancellationToken)
    {
        var found = (await templates.ListAsync(user, new TemplateFilter(said), null, 50, cancellationToken)).Data;
        return found.Where(template => template.Name.Contains(said, StringComparison.OrdinalIgnoreCase)).Take(MostChoices).ToList() switch
        {
            [var only] => (only, null),
            [] => (null, await UnknownAsync(user, said, cancellationToken)),
            var several => (null, Question($"Several templates match “{said}”. Which one is meant?", several, user)),
        };
    }

    private async Task<ToolQuestion> UnknownAsync(string user, string said, CancellationToken cancellationToken)
    {
        var latest = (await templates.ListAsync(user, new TemplateFilter(), null, MostChoices, cancellationToken)).Data;
        return Question($"You have no template called “{said}”. {(latest.Count == 0 ? "You have none at all yet." : "Which one is meant?")}", latest, user);
    }

    private static ToolQuestion Question(string text, IEnumerable<Template> choices, string user) => new(
        text, ["template"], [.. choices.Select(template => Name(template, user)).Select(name => new ToolChoice(name, $"Run the template \"{name}\""))]);
}
