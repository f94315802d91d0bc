using System.Text.Json.Nodes;
using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.DependencyInjection;
using PromptLab.Plugins.Tools;
using PromptLab.Workflows.Countries;
using PromptLab.Workflows.Dates;
using PromptLab.Workflows.Entities;

namespace PromptLab.Benchmarks.Resolution;

/// <summary>From a person's words to ids, codes and days, with the simulated network's 900 offers and 200 partners in the cache.</summary>
public class ResolutionBenchmarks
{
    private const string Sentence = "Which landing page is best for Summer Promo in Germany last month?";
    private static readonly DateOnly Today = new(2025, 1, 15);

    private BenchmarkHost host = null!;
    private Catalogue catalogue = null!;
    private ITool tool = null!;
    private ToolArguments arguments = null!;
    private ToolContext context = null!;

    [GlobalSetup]
    public void Setup() => SetupAsync().GetAwaiter().GetResult();

    private async Task SetupAsync()
    {
        host = await BenchmarkHost.StartAsync();
        catalogue = host.Services.GetRequiredService<Catalogue>();
        tool = host.Tools.TryFind("top_landing_pages", out var found) ? found : throw new InvalidOperationException("The tool is missing.");
        arguments = new(new JsonObject { ["offer"] = "Summer Promo", ["country"] = "Germany", ["date_range"] = "last month" });
        context = BenchmarkHost.Context(Sentence);
        if (await Whole_request() is not ToolResolution.Resolved)
        {
            throw new InvalidOperationException("The request does not resolve.");
        }
    }

    [GlobalCleanup]
    public void Cleanup() => host.DisposeAsync().AsTask().GetAwaiter().GetResult();

    [Benchmark]
    public Task<ToolResolution> Whole_request() => tool.ResolveAsync(arguments, context, CancellationToken.None);

    [Benchmark]
    public ValueTask<EntityMatch> Offer_by_its_name() => catalogue.MatchAsync(EntityKind.Offer, "Summer Promo 2024", CancellationToken.None);

    [Benchmark]
    public ValueTask<EntityMatch> Offer_with_a_typo() => catalogue.MatchAsync(EntityKind.Offer, "sumer prmo", CancellationToken.None);

    [Benchmark]
    public ValueTask<EntityMatch> Partner_by_initials() => catalogue.MatchAsync(EntityKind.Partner, "GMN", CancellationToken.None);

    [Benchmark]
    public DateResolution Date_phrase() => DatePhrases.Resolve("last month", Today);

    [Benchmark]
    public IReadOnlyList<DateSpan> Dates_in_a_sentence() => DatePhrases.Find(Sentence, Today);

    [Benchmark]
    public Country? Country_by_its_name() => CountryNames.Find("Germany");

    [Benchmark]
    public IReadOnlyList<CountrySpan> Countries_in_a_sentence() => CountryNames.FindIn(Sentence);
}
