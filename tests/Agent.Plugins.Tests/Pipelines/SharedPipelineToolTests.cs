using Microsoft.Extensions.DependencyInjection;
using PromptLab.Data.Pipelines;
using PromptLab.Data.Sharing;
using PromptLab.Plugins.Pipelines;
using PromptLab.Plugins.Tests.Network;
using PromptLab.Plugins.Tools;
using PromptLab.Workflows.Pipelines;

namespace PromptLab.Plugins.Tests.Pipelines;

[Collection(SharedNetwork.Name)]
public sealed class SharedPipelineToolTests(SimulatedNetworkFixture network) : IAsyncLifetime
{
    private readonly string _anna = $"anna-{Guid.NewGuid():N}";
    private readonly string _ben = $"ben-{Guid.NewGuid():N}";
    private readonly string _cleo = $"cleo-{Guid.NewGuid():N}";
    private readonly string _name = $"Digest {Guid.NewGuid():N}";
    private readonly List<PipelineRow> _saved = [];

    private PipelineRepository Pipelines => network.Services.GetRequiredService<PipelineRepository>();

    [Fact]
    public async Task A_shared_one_is_found_by_its_name_though_others_begin_with_it()
    {
        var shared = await SaveAsync(_anna, _name);
        await SaveAsync(_cleo, $"{_name} 2");

        (await FindAsync(_name)).Pipeline!.Id.ShouldBe(shared.Id);
    }

    [Fact]
    public async Task Shared_ones_of_the_same_name_are_told_apart_by_their_owners()
    {
        await SaveAsync(_anna, _name);
        var meant = await SaveAsync(_cleo, _name);

        var (_, question) = await FindAsync(_name);
        var (found, _) = await FindAsync($"{_name} ({_cleo})");

        question!.Choices.Select(choice => choice.Label).ShouldBe([$"{_name} ({_anna})", $"{_name} ({_cleo})"], ignoreOrder: true);
        found!.Id.ShouldBe(meant.Id);
    }

    public Task InitializeAsync() => Task.CompletedTask;

    /// <summary>The tests of the collection have one database, and what is shared is seen by all of them.</summary>
    public async Task DisposeAsync()
    {
        foreach (var pipeline in _saved)
        {
            await Pipelines.DeleteAsync(pipeline.Owner, pipeline.Id, default);
        }
    }

    private Task<(Pipeline? Pipeline, ToolQuestion? Question)> FindAsync(string said) =>
        new NamedPipeline(network.Services.GetRequiredService<PipelineReader>()).FindAsync(_ben, said, default);

    private async Task<PipelineRow> SaveAsync(string owner, string name)
    {
        var change = new PipelineChange(name, "", [], """{"inputs":[],"steps":[],"output":null}""", [], SharingScope.Team);
        var saved = ((PipelineStoring.Stored)await Pipelines.CreateAsync(owner, change, default)).Pipeline;
        _saved.Add(saved);
        return saved;
    }
}
