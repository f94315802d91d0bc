using PromptLab.Data.Paging;
using PromptLab.Data.Templates;

namespace PromptLab.Workflows.Templates;

/// <summary>Finds templates and their versions. What another owner has is found only if it is shared, and only where a method says so.</summary>
public sealed class TemplateReader(TemplateRepository templates, TemplateList list, TemplateVersionRepository versions)
{
    private const int MostNamesakes = 6;

    public async Task<Template?> FindAsync(string owner, Guid id, CancellationToken cancellationToken) =>
        await templates.FindAsync(owner, id, cancellationToken) is { } row ? Template.Of(row) : null;

    /// <summary>For reading and running: the user's own, or one that another owner shares with the team.</summary>
    public async Task<Template?> FindVisibleAsync(string user, Guid id, CancellationToken cancellationToken) =>
        await templates.FindVisibleAsync(user, id, cancellationToken) is { } row ? Template.Of(row) : null;

    /// <summary>What others share with the team under a name, some of them if there are many. Case makes no difference.</summary>
    public async Task<IReadOnlyList<Template>> FindSharedByNameAsync(string user, string name, CancellationToken cancellationToken) =>
        [.. (await templates.FindSharedByNameAsync(user, name, MostNamesakes, cancellationToken)).Select(Template.Of)];

    /// <summary>Case makes no difference.</summary>
    public async Task<Template?> FindByNameAsync(string owner, string name, CancellationToken cancellationToken) =>
        await templates.FindByNameAsync(owner, name, cancellationToken) is { } row ? Template.Of(row) : null;

    /// <exception cref="InvalidCursorException">The cursor is not one of this list.</exception>
    public async Task<Page<Template>> ListAsync(
        string owner, TemplateFilter filter, string? cursor, int limit, CancellationToken cancellationToken)
    {
        var page = await list.ReadAsync(owner, filter, cursor, limit, cancellationToken);
        return new([.. page.Data.Select(Template.Of)], page.Next);
    }

    public async Task<TemplateVersion?> VersionAsync(Template template, int number, CancellationToken cancellationToken) =>
        await versions.FindAsync(template.Id, number, cancellationToken) is { } row ? TemplateVersion.Of(row) : null;

    public async Task<TemplateVersion> NewestAsync(Template template, CancellationToken cancellationToken) =>
        (await VersionAsync(template, template.Version, cancellationToken))!;

    /// <exception cref="InvalidCursorException">The cursor is not one of this list.</exception>
    public async Task<Page<TemplateVersion>> VersionsAsync(Template template, string? cursor, int limit, CancellationToken cancellationToken)
    {
        var page = await versions.ListAsync(template.Id, cursor, limit, cancellationToken);
        return new([.. page.Data.Select(TemplateVersion.Of)], page.Next);
    }
}
