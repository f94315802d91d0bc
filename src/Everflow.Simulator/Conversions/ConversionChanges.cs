using System.Collections.Immutable;
using PromptLab.Simulator.Traffic;

namespace PromptLab.Simulator.Conversions;

/// <summary>Statuses that were set by hand, each from the moment on when the asynchronous change is through.</summary>
internal sealed class ConversionChanges(TimeProvider clock, TimeSpan delay)
{
    private ImmutableDictionary<ConversionKey, (ConversionStatus Status, DateTimeOffset Due)> _changes =
        ImmutableDictionary<ConversionKey, (ConversionStatus, DateTimeOffset)>.Empty;

    public void Set(ConversionKey key, ConversionStatus status)
    {
        var change = (status, clock.GetUtcNow() + delay);
        ImmutableInterlocked.AddOrUpdate(ref _changes, key, change, (_, _) => change);
    }

    public void Clear() => _changes = _changes.Clear();

    /// <summary>What a report that starts now sees.</summary>
    public DecidedConversions Visible()
    {
        var now = clock.GetUtcNow();
        return new DecidedConversions(_changes.Where(change => change.Value.Due <= now).ToDictionary(change => change.Key, change => change.Value.Status));
    }
}
