using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using PromptLab.Data.Databases;
using PromptLab.Data.Sharing;
using PromptLab.Data.Templates;
using PromptLab.Testing.Time;

namespace PromptLab.Data.Tests.Templates;

/// <summary>One owner who writes templates.</summary>
internal sealed class TemplateScene(IServiceProvider node)
{
    public ManualTimeProvider Clock { get; } = new();

    public string Owner { get; } = $"owner-{Guid.NewGuid():N}";

    public TemplateRepository Templates => new(node.GetRequiredService<IDatabase>(), Clock);

    public TemplateVersionRepository Versions => new(node.GetRequiredService<IDatabase>());

    public TemplateList Lists => new(node.GetRequiredService<IDatabase>());

    public static TemplateText Text(string content) => new(null, content, "[]", "{}", $"hash of {content}", "why");

    public static TemplateChange Change(string name, string? content = null, string description = "", params IReadOnlyList<string> tags) =>
        new(name, description, tags, content is null ? null : Text(content));

    /// <summary>Each is a minute newer than the one before.</summary>
    public async Task<TemplateRow> AddAsync(string name, string content = "Hi", string description = "", params IReadOnlyList<string> tags)
    {
        Clock.Advance(TimeSpan.FromMinutes(1));
        return ((TemplateStoring.Stored)await Templates.CreateAsync(Owner, Change(name, content, description, tags), default)).Template;
    }

    public async Task<TemplateStoring> ChangeAsync(TemplateRow template, TemplateChange change)
    {
        Clock.Advance(TimeSpan.FromMinutes(1));
        return await Templates.ChangeAsync(Owner, template.Id, template.Revision, change, default);
    }

    public async Task<TemplateRow> ShareAsync(TemplateRow template, string sharing = SharingScope.Team) =>
        ((TemplateStoring.Stored)await ChangeAsync(template, Change(template.Name, null, "", JsonSerializer.Deserialize<string[]>(template.Tags)!) with { Sharing = sharing })).Template;

    public async Task<IEnumerable<string>> NamesAsync(TemplateFilter? filter = null) =>
        (await Lists.ReadAsync(Owner, filter ?? new(), null, 50, default)).Data.Select(template => template.Name);
}
