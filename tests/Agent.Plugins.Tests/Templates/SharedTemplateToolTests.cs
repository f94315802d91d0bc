using Microsoft.Extensions.DependencyInjection;
using PromptLab.Data.Sharing;
using PromptLab.Plugins.Templates;
using PromptLab.Plugins.Tests.Network;
using PromptLab.Plugins.Tools;
using PromptLab.Workflows.Templates;

namespace PromptLab.Plugins.Tests.Templates;

[Collection(SharedNetwork.Name)]
public sealed class SharedTemplateToolTests(SimulatedNetworkFixture network) : IAsyncLifetime
{
    private readonly string _anna = $"anna-{Guid.NewGuid():N}";
    private readonly string _ben = $"ben-{Guid.NewGuid():N}";
    private readonly string _cleo = $"cleo-{Guid.NewGuid():N}";
    private readonly string _name = $"Recap {Guid.NewGuid():N}";
    private readonly List<Template> _shared = [];

    private TemplateService Templates => network.Services.GetRequiredService<TemplateService>();

    [Fact]
    public async Task The_list_says_whose_the_shared_ones_are()
    {
        await SaveAsync(_anna, _name, SharingScope.Team);
        var none = await network.Tools.AnswerAsync("list_templates", "{}", owner: _ben);
        await SaveAsync(_ben, "Own", SharingScope.Private);

        var list = await network.Tools.AnswerAsync("list_templates", "{}", owner: _ben);

        none.Markdown.ShouldContain("no prompt templates of your own; others share 1 prompt template with you");
        list.Markdown.ShouldContain("You see 2 prompt templates, 1 of them shared by others.");
        list.Cards[0].Data["rows"]!.AsArray().Select(row => row![4]!.GetValue<string>()).ShouldBe(["you", _anna]);
    }

    [Fact]
    public async Task The_persons_own_goes_before_a_shared_one_of_the_same_name()
    {
        await SaveAsync(_anna, _name, SharingScope.Team);
        var own = await SaveAsync(_ben, _name, SharingScope.Private);

        (await FindAsync(_name)).Template!.Id.ShouldBe(own.Id);
    }

    [Fact]
    public async Task A_shared_one_is_found_by_its_name_and_by_a_part_of_it()
    {
        var shared = await SaveAsync(_anna, _name, SharingScope.Team);

        (await FindAsync(_name.ToUpperInvariant())).Template!.Id.ShouldBe(shared.Id);
        (await FindAsync(_name[..20])).Template!.Id.ShouldBe(shared.Id);
    }

    [Fact]
    public async Task Shared_ones_of_the_same_name_are_told_apart_by_their_owners()
    {
        await SaveAsync(_anna, _name, SharingScope.Team);
        var meant = await SaveAsync(_cleo, _name, SharingScope.Team);

        var (_, question) = await FindAsync(_name);
        var (found, _) = await FindAsync($"{_name} ({_cleo})");

        question!.Choices.Select(choice => choice.Label).ShouldBe([$"{_name} ({_anna})", $"{_name} ({_cleo})"]);
        found!.Id.ShouldBe(meant.Id);
    }

    [Fact]
    public async Task A_private_one_of_somebody_else_is_unknown()
    {
        await SaveAsync(_anna, _name, SharingScope.Private);

        var (found, question) = await FindAsync(_name);

        found.ShouldBeNull();
        question!.Text.ShouldContain("You have no template called");
        question.Choices.ShouldBeEmpty();
    }

    public Task InitializeAsync() => Task.CompletedTask;

    /// <summary>The tests of the collection have one database, and what is shared is seen by all of them.</summary>
    public async Task DisposeAsync()
    {
        foreach (var template in _shared)
        {
            await Templates.ChangeAsync(template.Owner, template.Id, new(template.Revision, null, null, null, null, null, null, null, null, SharingScope.Private), default);
        }
    }

    private Task<(Template? Template, ToolQuestion? Question)> FindAsync(string said) =>
        new NamedTemplate(network.Services.GetRequiredService<TemplateReader>()).FindAsync(_ben, said, default);

    private async Task<Template> SaveAsync(string owner, string name, string sharing)
    {
        var draft = new TemplateDraft(name, "", [], new TemplateBody(null, "Hi", [], ModelParameters.None), "", sharing);
        var saved = ((TemplateSaving.Saved)await Templates.CreateAsync(owner, draft, default)).Template;
        _shared.Add(saved);
        return saved;
    }
}
