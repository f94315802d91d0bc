using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace PromptLab.Planner.Turns;

/// <summary>Counts the turns that each user starts within a minute.</summary>
internal sealed class TurnRateLimiter(IOptions<TurnOptions> options, TimeProvider time)
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<string, Count> _counts = new();

    /// <summary>Null when the turn may start, otherwise how long to wait.</summary>
    public TimeSpan? Admit(string owner)
    {
        var now = time.GetUtcNow();
        var count = _counts.GetOrAdd(owner, static _ => new Count());
        lock (count)
        {
            if (now - count.Since >= Window)
            {
                count.Since = now;
                count.Turns = 0;
            }

            if (count.Turns >= options.Value.PerMinute)
            {
                return count.Since + Window - now;
            }

            ++count.Turns;
            return null;
        }
    }

    /// <summary>No turn was begun after all.</summary>
    public void GiveBack(string owner)
    {
        if (_counts.TryGetValue(owner, out var count))
        {
            lock (count)
            {
                count.Turns = Math.Max(0, count.Turns - 1);
            }
        }
    }

    private sealed class Count
    {
        public DateTimeOffset Since { get; set; }

        public int Turns { get; set; }
    }
}
