using System.Collections.Concurrent;

namespace PromptLab.Planner.Models;

/// <summary>
/// How long providers asked to be left alone. Whoever makes many calls waits for that before each one, so that a refusal slows all of them down
/// instead of failing some.
/// </summary>
internal sealed class ProviderPace(TimeProvider time)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<string, Pause> _pauses = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Takes note of a refusal for too many calls; of other failures nothing is to be learned.</summary>
    public void Note(string provider, ModelException exception)
    {
        if (exception.Failure == ModelFailure.RateLimited)
        {
            var now = time.GetUtcNow();
            _pauses.AddOrUpdate(provider, _ => Next(now, null, exception.RetryAfter), (_, last) => Next(now, last, exception.RetryAfter));
        }
    }

    public void NoteAnswer(string provider) => _pauses.TryRemove(provider, out _);

    /// <summary>Until when the provider is left alone; null when it may be asked.</summary>
    public DateTimeOffset? PausedUntil(string provider) =>
        _pauses.TryGetValue(provider, out var pause) && pause.Until > time.GetUtcNow() ? pause.Until : null;

    public async Task WaitAsync(string provider, CancellationToken cancellationToken)
    {
        while (PausedUntil(provider) is { } until)
        {
            await Task.Delay(until - time.GetUtcNow() is { Ticks: > 0 } wait ? wait : TimeSpan.FromMilliseconds(1), time, cancellationToken);
        }
    }

    /// <summary>Calls that were under way together are refused together, which counts as once.</summary>
    private static Pause Next(DateTimeOffset now, Pause? last, TimeSpan? asked)
    {
        var times = last is null ? 1 : last.Until > now ? last.Times : last.Times + 1;
        var own = TimeSpan.FromTicks(Math.Min(FirstPause.Ticks << Math.Min(times - 1, 10), LongestPause.Ticks));
        var wait = asked >= FirstPause ? asked.Value : own;
        var until = now + wait;
        return new(last?.Until > until ? last.Until : until, times);
    }

    private sealed record Pause(DateTimeOffset Until, int Times);
}
