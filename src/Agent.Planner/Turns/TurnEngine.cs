using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using PromptLab.Data.Turns;
using PromptLab.Planner.Conversations;
using PromptLab.Planner.DirectCalls;
using PromptLab.Plugins.Tools;

namespace PromptLab.Planner.Turns;

/// <summary>
/// Starts turns, for every door. The user's message is stored before anything else happens; the work then goes on by itself, and
/// viewers follow the <see cref="LiveTurn"/> or read the stored events later.
/// </summary>
public sealed class TurnEngine
{
    /// <summary>Renewed well before it ends, so that only a dead process loses a turn.</summary>
    internal static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    private readonly TurnRepository _turns;
    private readonly LiveTurns _live;
    private readonly TurnRun _run;
    private readonly DirectCallDoor _calls;
    private readonly ToolCatalogue _tools;
    private readonly TurnRateLimiter _rate;
    private readonly TokenBudget _budget;
    private readonly TurnNode _node;
    private readonly CancellationToken _shutdown;
    private readonly TimeProvider _time;
    private readonly TurnOptions _options;

    private TurnEngine(IServiceProvider services)
    {
        _turns = services.GetRequiredService<TurnRepository>();
        _live = services.GetRequiredService<LiveTurns>();
        _run = services.GetRequiredService<TurnRun>();
        _calls = services.GetRequiredService<DirectCallDoor>();
        _tools = services.GetRequiredService<ToolCatalogue>();
        _rate = services.GetRequiredService<TurnRateLimiter>();
        _budget = services.GetRequiredService<TokenBudget>();
        _node = services.GetRequiredService<TurnNode>();
        _shutdown = services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        _time = services.GetRequiredService<TimeProvider>();
        _options = services.GetRequiredService<IOptions<TurnOptions>>().Value;
    }

    /// <summary>The parts are this assembly's own, so the container cannot call a constructor that names them.</summary>
    internal static TurnEngine Create(IServiceProvider services) => new(services);

    public async Task<TurnStartResult> StartAsync(TurnRequest request, CancellationToken cancellationToken)
    {
        if (_calls.Reject(request.Call) is { } unusable)
        {
            return unusable;
        }

        request = await _calls.WordAsync(request, cancellationToken);
        if (await RejectAsync(request, cancellationToken) is { } rejected)
        {
            // A limit is about new work: what was asked before has its turn already.
            return rejected.RetryAfter is not null && request.IdempotencyKey is { } key
                && await _turns.FindByKeyAsync(request.Owner, key, cancellationToken) is { } earlier
                ? new TurnStartResult.Repeated(earlier)
                : rejected;
        }

        var turn = NewTurn(request);
        var start = await _turns.BeginAsync(turn, _options.HistoryMessages, cancellationToken);
        if (start is not TurnStart.Begun)
        {
            // Whoever finds the conversation busy asks again, and that counts once.
            _rate.GiveBack(request.Owner);
        }

        return start switch
        {
            TurnStart.Begun begun => new TurnStartResult.Started(Launch(request, turn, begun)),
            TurnStart.Busy busy => new TurnStartResult.Busy(busy.RunningTurnId),
            TurnStart.Repeated repeated => new TurnStartResult.Repeated(repeated.Turn),
            TurnStart.NotLast => new TurnStartResult.NotLast(),
            _ => new TurnStartResult.ConversationNotFound(),
        };
    }

    /// <summary>Answers the message of the conversation's last turn again. The answer that it had steps back, and comes back if the new turn gives none.</summary>
    public async Task<TurnStartResult> RegenerateAsync(
        string owner, Guid turnId, string door, string? idempotencyKey, CancellationToken cancellationToken) =>
        await _turns.FindAsync(owner, turnId, cancellationToken) is not { } earlier ? new TurnStartResult.TurnNotFound()
        : earlier.Status == TurnStatus.Running ? new TurnStartResult.Busy(turnId)
        : TurnRepeat.Of(earlier, _tools, door, idempotencyKey) is { } request ? await StartAsync(request, cancellationToken)
        : new TurnStartResult.NotRepeatable();

    /// <summary>Stops a turn, wherever it runs. False when it is not running, or not the owner's.</summary>
    public async Task<bool> CancelAsync(string owner, Guid turnId, CancellationToken cancellationToken)
    {
        var requested = await _turns.RequestCancelAsync(owner, turnId, cancellationToken);
        if (requested && _live.TryGet(turnId, out var turn))
        {
            turn.Cancel();
        }

        return requested;
    }

    private LiveTurn Launch(TurnRequest request, NewTurn turn, TurnStart.Begun begun)
    {
        var started = new LiveTurn(turn.TurnId, turn.ConversationId, turn.Owner, _options.Timeout, _time, _shutdown);
        _live.Add(started);
        started.Work = _run.RunAsync(started, request, turn, begun);
        return started;
    }

    private NewTurn NewTurn(TurnRequest request)
    {
        var now = _time.GetUtcNow();
        return new NewTurn(
            request.Turn ?? Guid.CreateVersion7(now), request.Conversation ?? Guid.CreateVersion7(now), request.Conversation is null, request.Owner,
            ConversationTitle.Of(request.Message), request.Message, request.Door, request.IdempotencyKey, _node.Name, Lease)
        {
            InterruptionEvent = TurnInterruption.LastEvent,
            Replaces = request.Replaces,
        };
    }

    private async ValueTask<TurnStartResult.Rejected?> RejectAsync(TurnRequest request, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(request.Message))
        {
            return new("message_empty", "The message is empty. Type a question, for example \"top offers by revenue this month\".", null);
        }

        if (request.Message.Length > _options.MaxMessageLength)
        {
            return new("message_too_long", string.Create(CultureInfo.InvariantCulture,
                $"The message has {request.Message.Length:N0} characters; at most {_options.MaxMessageLength:N0} are read. Please shorten it."), null);
        }

        if (_rate.Admit(request.Owner) is { } wait)
        {
            return new("turn_limit", string.Create(CultureInfo.InvariantCulture,
                $"More than {_options.PerMinute} messages in a minute. Please try again in {Math.Ceiling(wait.TotalSeconds)} seconds."), wait);
        }

        return await _budget.AdmitAsync(request.Owner, cancellationToken) is { } untilTomorrow
            ? new("token_limit", "Today's share of the language model is used up. It starts again at midnight UTC.", untilTomorrow)
            : null;
    }
}
