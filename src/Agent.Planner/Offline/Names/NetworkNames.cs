using PromptLab.Workflows.Entities;

namespace PromptLab.Planner.Offline.Names;

/// <summary>A <see cref="NameFinder"/> over the network's catalogue, rebuilt when the catalogue was read again.</summary>
public sealed class NetworkNames
{
    private static readonly EntityKind[] Kinds = [EntityKind.Offer, EntityKind.Partner, EntityKind.LandingPage];

    private readonly Func<EntityKind, CancellationToken, ValueTask<NameRanking>> _names;
    private volatile Built? _built;

    public NetworkNames(Catalogue catalogue)
        : this(catalogue.NamesAsync)
    {
    }

    internal NetworkNames(Func<EntityKind, CancellationToken, ValueTask<NameRanking>> names) => _names = names;

    internal async ValueTask<NameFinder> GetAsync(CancellationToken cancellationToken)
    {
        var rankings = new NameRanking[Kinds.Length];
        for (var kind = 0; kind < Kinds.Length; kind++)
        {
            rankings[kind] = await _names(Kinds[kind], cancellationToken);
        }

        if (_built is { } built && built.Rankings.SequenceEqual(rankings))
        {
            return built.Finder;
        }

        var finder = new NameFinder([.. rankings.Select((ranking, kind) => new NameWords(Kinds[kind], ranking.Entities))]);
        _built = new Built(rankings, finder);
        return finder;
    }

    private sealed record Built(NameRanking[] Rankings, NameFinder Finder);
}
