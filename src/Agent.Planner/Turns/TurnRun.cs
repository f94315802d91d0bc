using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PromptLab.Data.Feed;
using PromptLab.Data.Turns;
using PromptLab.Planner.Conversations;
using PromptLab.Planner.DirectCalls;
using PromptLab.Planner.Models;
using PromptLab.Planner.PendingActions;
using PromptLab.Planner.Planning;
using PromptLab.Planner.Prompts;
using PromptLab.Plugins.Tools;

namespace PromptLab.Planner.Turns;

/// <summary>Runs one turn from its stored message to its stored outcome.</summary>
internal sealed partial class TurnRun(
    IPlanner planner, TurnConfirmations confirmations, DirectCallRun calls, ModelRegistry models, PromptLibrary prompts, TurnRepository turns,
    LiveTurns live, TokenBudget budget, FeedSignal feed, DataSource source, TimeProvider time, IOptions<TurnOptions> options,
    ILogger<TurnRun> logger)
{
    private const string AgentPrompt = "agent";

    private readonly TurnOptions _limits = options.Value;

    public async Task RunAsync(LiveTurn turn, TurnRequest asked, NewTurn request, TurnStart.Begun begun)
    {
        // The caller goes on to stream at once; the work must not run on its stack.
        await Task.Yield();
        using var writer = new TurnWriter(turn, source, time);
        try
        {
            writer.Begin();
            var ending = await PlanAsync(turn, asked, request, begun, writer);
            await CompleteAsync(turn, ending, writer);
        }
        finally
        {
            live.Remove(turn);
            turn.Dispose();
        }
    }

    private async Task<TurnEnding> PlanAsync(LiveTurn turn, TurnRequest asked, NewTurn request, TurnStart.Begun begun, TurnWriter writer)
    {
        var ending = new TurnEnding(time.GetTimestamp()) { IsDecision = DecidingMessage.Is(request.Message) };
        try
        {
            var state = await confirmations.RefreshAsync(turn, ConversationState.Parse(begun.Conversation.State));
            var context = new ToolContext(request.Owner, request.ConversationId, request.TurnId, request.Message, writer);
            ending.Result = asked.Call is { } call
                ? await calls.RunAsync(call, state, context, writer, turn.Stopped)
                : await confirmations.DecideAsync(turn, asked, state, begun.Recent, writer)
                    ?? await planner.RunAsync(AskModel(ending, state, context, begun), writer, turn.Stopped);
            ending.Status = TurnStatus.Completed;
        }
        catch (OperationCanceledException) when (turn.Stopped.IsCancellationRequested)
        {
            EndStopped(turn, ending);
        }
        catch (ModelException exception)
        {
            ModelFailed(exception, turn.Id);
            ending.Fail("model_unavailable", $"The language model did not answer. Please try again in a moment. Reference: {TurnReference.Of(turn.Id)}.");
        }
#pragma warning disable CA1031 // Whatever breaks, the person gets an end of the answer and the turn an outcome.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            TurnBroke(exception, turn.Id);
            ending.Fail("internal_error", $"Something went wrong on our side. Your message is kept. Reference: {TurnReference.Of(turn.Id)}.");
        }

        return ending;
    }

    private PlannerTurn AskModel(TurnEnding ending, ConversationState state, ToolContext context, TurnStart.Begun begun)
    {
        ending.Model = models.GetForPlanner();
        ending.Prompt = prompts.Get(AgentPrompt, context.ConversationId.ToString());
        return new PlannerTurn(
            ending.Prompt, state, PromptHistory.Of(begun.Recent, _limits.HistoryCharacters), context.Message, ending.Model, context,
            _limits.MaxToolCalls, _limits.MaxTokens);
    }

    private void EndStopped(LiveTurn turn, TurnEnding ending)
    {
        if (turn.IsCancelRequested)
        {
            ending.Status = TurnStatus.Cancelled;
        }
        else if (turn.IsTimeUp)
        {
            ending.Fail("turn_timeout", $"The answer took longer than {_limits.Timeout.TotalSeconds:0} seconds and was stopped. Please ask for less at a time.");
        }
        else
        {
            ending.Fail(TurnInterruption.Code, TurnInterruption.Text);
            ending.Status = TurnStatus.Interrupted;
        }
    }

    private async Task CompleteAsync(LiveTurn turn, TurnEnding ending, TurnWriter writer)
    {
        var duration = (long)time.GetElapsedTime(ending.StartedAt).TotalMilliseconds;
        var (type, json) = ending.ErrorCode is { } code
            ? writer.FinishWithError(code, ending.ErrorText)
            : writer.Finish(ending.ToRunResult(duration));
        try
        {
            await StoreAsync(turn, ending, writer, json, duration);
        }
#pragma warning disable CA1031 // The database is away: viewers are told, and the lease lets another turn clean up.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            StoringFailed(exception, turn.Id);
            (type, json) = writer.FinishWithError("storage_failed", $"The answer could not be stored. Reference: {TurnReference.Of(turn.Id)}.");
        }

        turn.Publish(type, json);
        TurnEnded(turn.Id, ending.Status, ending.Outcome, duration);
    }

    private async Task StoreAsync(LiveTurn turn, TurnEnding ending, TurnWriter writer, string lastEvent, long duration)
    {
        await turn.BeginStoringAsync();
        try
        {
            var events = turn.TakeUnstored(lastEvent);
            var result = ending.Result;
            var isStored = await turns.CompleteAsync(
                new TurnCompletion(turn.Id, turn.ConversationId, ending.Status)
                {
                    Events = events,
                    Message = writer.Reply.Length == 0 ? null : new AssistantMessage(writer.MessageId, writer.Reply, CardsJson.Of(writer.Cards), ending.Outcome),
                    State = result?.State.ToJson(),
                    Provider = ending.Model?.Provider,
                    Model = ending.Model?.Model,
                    PromptName = ending.Prompt?.Name,
                    PromptVersion = ending.Prompt?.Version,
                    PromptHash = ending.Prompt?.Hash,
                    InputTokens = result?.InputTokens ?? 0,
                    OutputTokens = result?.OutputTokens ?? 0,
                    RejectedCalls = writer.ToolCalls.Count(call => call.Status == ToolCallRecord.Rejected),
                    Cost = result is null ? null : ending.Model?.Prices?.Cost(result.InputTokens, result.OutputTokens),
                    DurationMs = duration,
                    Outcome = ending.Outcome,
                    ErrorCode = ending.ErrorCode,
                    ReferenceId = ending.ErrorCode is null ? null : TurnReference.Of(turn.Id),
                    ToolCalls = writer.ToolCalls.Count == 0 ? null : JsonSerializer.Serialize(writer.ToolCalls, TurnJson.Options),
                    Proposed = [.. result?.Proposed.Select(proposed => ProposalRow.Of(proposed.Proposal, turn.ConversationId, turn.Id)) ?? []],
                    Ended = result?.Ended ?? [],
                },
                CancellationToken.None);
            budget.Add(turn.Owner, (result?.InputTokens ?? 0) + (result?.OutputTokens ?? 0));
            if (!isStored)
            {
                ClaimLost(turn.Id);
            }
            else if (result is { Proposed.Count: > 0 } or { Ended.Count: > 0 })
            {
                feed.Notify(turn.Owner);
            }
        }
        finally
        {
            turn.EndStoring();
        }
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "Turn {Turn} ended {Status} with {Outcome} after {Duration} ms")]
    private partial void TurnEnded(Guid turn, string status, string outcome, long duration);

    [LoggerMessage(Level = LogLevel.Error, Message = "Turn {Turn} broke")]
    private partial void TurnBroke(Exception exception, Guid turn);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The model failed in turn {Turn}")]
    private partial void ModelFailed(Exception exception, Guid turn);

    [LoggerMessage(Level = LogLevel.Error, Message = "The outcome of turn {Turn} could not be stored")]
    private partial void StoringFailed(Exception exception, Guid turn);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Turn {Turn} had lost its conversation when it ended; its outcome was not stored")]
    private partial void ClaimLost(Guid turn);
}
