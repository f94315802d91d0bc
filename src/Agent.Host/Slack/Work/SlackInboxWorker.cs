using Microsoft.Extensions.Options;
using PromptLab.Data.Slack;
using PromptLab.Host.Deliveries;
using PromptLab.Host.Slack.Posting;
using PromptLab.Workflows.Schedules;

namespace PromptLab.Host.Slack.Work;

/// <summary>Works off the inbox: one entry of a thread at a time, threads side by side. What a dead process held is begun again.</summary>
internal sealed partial class SlackInboxWorker(
    SlackInbox inbox, SlackMessageRepository messages, SlackSignal signal, SlackQuestions questions, SlackDecisions decisions, SlackPostAnswers posts, ScheduleNode node,
    IHostApplicationLifetime lifetime, IOptions<DeliveryOptions> deliveries, TimeProvider clock, ILogger<SlackInboxWorker> logger)
    : BackgroundService
{
    private const int AtOnce = 32;
    private const int MostFailures = 20;
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan CleaningBeat = TimeSpan.FromHours(1);

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        if (node.IsAlone)
        {
            await inbox.TakeOverAsync(node.Name, cancellationToken);
        }

        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Turns end as interrupted when the process is about to stop: their entries must be left for the next one by then.
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, lifetime.ApplicationStopping);
        var working = new List<Task>();
        var cleanedAt = clock.GetUtcNow();
        while (!either.IsCancellationRequested)
        {
            try
            {
                working.RemoveAll(work => work.IsCompleted);
                await BeginAsync(working, either.Token);
                await signal.WaitAsync(deliveries.Value.Poll, clock, either.Token);
                if (clock.GetUtcNow() - cleanedAt >= CleaningBeat)
                {
                    cleanedAt = clock.GetUtcNow();
                    await inbox.ForgetAsync(either.Token);
                    await messages.ForgetAsync(either.Token);
                }
            }
            catch (OperationCanceledException) when (either.IsCancellationRequested)
            {
                break;
            }
#pragma warning disable CA1031 // The database is away for a moment: the next look tries again.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                LookFailed(exception);
                await Task.Delay(deliveries.Value.Poll, clock, either.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }

        await Task.WhenAll(working);
    }

    private async Task BeginAsync(List<Task> working, CancellationToken stopping)
    {
        foreach (var id in await inbox.ToDoAsync(AtOnce - working.Count, stopping))
        {
            if (await inbox.ClaimAsync(id, node.Name, Lease, stopping) is { } entry)
            {
                working.Add(WorkAsync(entry, stopping));
            }
        }
    }

    private async Task WorkAsync(SlackTaskRow entry, CancellationToken stopping)
    {
        await Task.Yield();
        try
        {
            if (await HandleHeldAsync(entry, stopping) is { } later)
            {
                await inbox.PutOffAsync(entry, later, stopping);
            }
            else
            {
                await inbox.FinishAsync(entry, CancellationToken.None);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The next process goes on with it.
        }
#pragma warning disable CA1031 // Whatever breaks, the entry is tried again, and not for ever.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            await FailedAsync(entry, exception);
        }
    }

    /// <summary>What takes longer than a claim holds is nobody else's to begin.</summary>
    private async Task<TimeSpan?> HandleHeldAsync(SlackTaskRow entry, CancellationToken stopping)
    {
        using var done = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var holding = HoldAsync(entry, done.Token);
        try
        {
            return await HandleAsync(entry, SlackTask.Read(entry), stopping);
        }
        finally
        {
            await done.CancelAsync();
            await holding.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task HoldAsync(SlackTaskRow entry, CancellationToken done)
    {
        using var timer = new PeriodicTimer(Lease / 3, clock);
        while (await timer.WaitForNextTickAsync(done))
        {
            try
            {
                await inbox.HoldAsync(entry, Lease, done);
            }
#pragma warning disable CA1031 // The database is away for a moment: the next tick tries again.
            catch (Exception exception) when (!done.IsCancellationRequested)
#pragma warning restore CA1031
            {
                LookFailed(exception);
            }
        }
    }

    private async Task<TimeSpan?> HandleAsync(SlackTaskRow entry, SlackTask task, CancellationToken stopping)
    {
        switch (entry.Kind)
        {
            case SlackTaskKind.Message:
                return await questions.AnswerAsync(entry, task, stopping);
            case SlackTaskKind.Post:
                return await posts.AnswerAsync(entry, task, stopping);
            case SlackTaskKind.Decision:
                await decisions.DecideAsync(entry, task, stopping);
                return null;
            default:
                await questions.AnnounceAsync(entry, task, stopping);
                return null;
        }
    }

    private async Task FailedAsync(SlackTaskRow entry, Exception exception)
    {
        EntryFailed(exception, entry.Id, entry.Attempts);
        try
        {
            await (entry.Attempts < MostFailures
                ? inbox.HoldAsync(entry, AfterFailure, CancellationToken.None)
                : inbox.FinishAsync(entry, CancellationToken.None));
        }
#pragma warning disable CA1031 // Its lease ends by itself.
        catch (Exception second)
#pragma warning restore CA1031
        {
            LookFailed(second);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Entry {Entry} of Slack's inbox failed at attempt {Attempt}")]
    private partial void EntryFailed(Exception exception, Guid entry, int attempt);

    [LoggerMessage(Level = LogLevel.Error, Message = "Looking into Slack's inbox failed; it is tried again")]
    private partial void LookFailed(Exception exception);
}
