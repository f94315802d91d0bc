using Microsoft.Extensions.DependencyInjection;
using PromptLab.Data.Databases;
using PromptLab.Data.Datasets;
using PromptLab.Data.Sharing;
using PromptLab.Testing.Time;

namespace PromptLab.Data.Tests.Datasets;

/// <summary>One owner who keeps datasets.</summary>
internal sealed class DatasetScene(IServiceProvider node)
{
    public const int Most = 20_000;

    public ManualTimeProvider Clock { get; init; } = new();

    public string Owner { get; init; } = $"owner-{Guid.NewGuid():N}";

    public IDatabase Database => node.GetRequiredService<IDatabase>();

    public DatasetRepository Datasets => new(Database, Clock);

    public DatasetCaseRepository Cases => new(Database, Clock);

    public static DatasetChange Change(string name, Guid? template = null, string evaluators = """[{"kind":"exact"}]""", double threshold = 1, string sharing = SharingScope.Private, string description = "") =>
        new(name, description, template, evaluators, threshold, sharing);

    public static IReadOnlyList<DatasetCaseText> Texts(int count) =>
        [.. Enumerable.Range(1, count).Select(number => new DatasetCaseText($$"""{"n":"{{number}}"}""", $"\"{number}\"", ""))];

    /// <summary>With one evaluator. Each is a minute newer than the one before.</summary>
    public async Task<DatasetRow> AddAsync(string name, int rows = 0, Guid? template = null, string sharing = SharingScope.Private)
    {
        Clock.Advance(TimeSpan.FromMinutes(1));
        var dataset = Stored(await Datasets.CreateAsync(Owner, Change(name, template, sharing: sharing), default));
        return rows == 0 ? dataset : Stored(await Cases.AddAsync(Owner, dataset.Id, Texts(rows), replaces: false, Most, default));
    }

    public static DatasetRow Stored(DatasetStoring storing) => storing.ShouldBeOfType<DatasetStoring.Stored>().Dataset;

    public async Task<IEnumerable<string>> NamesAsync(DatasetFilter? filter = null, int limit = 50) =>
        (await new DatasetList(Database).ReadAsync(Owner, filter ?? new(), null, limit, default)).Data.Select(dataset => dataset.Name);
}
