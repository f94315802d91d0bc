using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using PromptLab.Data.Turns;

namespace PromptLab.Planner.Turns;

/// <summary>
/// What each user has used of the daily tokens. Counted here and read afresh from the database every minute, so that other
/// nodes' turns and a restart are seen.
/// </summary>
internal sealed class TokenBudget(TokenUsageRepository usage, IOptions<TurnOptions> options, TimeProvider time)
{
    private static readonly TimeSpan Freshness = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<string, Used> _users = new();

    /// <summary>Null when there is something left, otherwise how long until the next UTC day.</summary>
    public async ValueTask<TimeSpan?> AdmitAsync(string owner, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var midnight = new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero);
        if (!_users.TryGetValue(owner, out var used) || now - used.ReadAt >= Freshness || used.Day != midnight)
        {
            used = new Used(midnight, now, await usage.SumAsync(owner, midnight, cancellationToken));
            _users[owner] = used;
        }

        return used.Tokens < options.Value.MaxTokensPerDay ? null : midnight.AddDays(1) - now;
    }

    public void Add(string owner, long tokens)
    {
        if (tokens > 0 && _users.TryGetValue(owner, out var used))
        {
            used.Add(tokens);
        }
    }

    private sealed class Used(DateTimeOffset day, DateTimeOffset readAt, long tokens)
    {
        private long tokens = tokens;

        public DateTimeOffset Day => day;

        public DateTimeOffset ReadAt => readAt;

        public long Tokens => Interlocked.Read(ref tokens);

        public void Add(long more) => Interlocked.Add(ref tokens, more);
    }
}
