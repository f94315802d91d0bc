using System.Text.Json;
using System.Text.Json.Nodes;
using PromptLab.Data.Conversations;
using PromptLab.Data.Deliveries;
using PromptLab.Planner.Turns;
using PromptLab.Plugins.Schedules;
using PromptLab.Plugins.Tools;
using PromptLab.Workflows.Schedules;

namespace PromptLab.Planner.Schedules;

/// <summary>
/// Runs a kept request without a model and posts its answer where it was asked. The run's id is the message's, so a second attempt
/// after a crash posts nothing twice.
/// </summary>
internal sealed class WorkflowScheduledWork(
    ScheduledWorkflows workflows, ConversationRepository conversations, DeliveryRepository deliveries, DataSource source) : IScheduledWork
{
    private const string Answer = "answer";
    private const string Problem = "problem";

    public string Kind => ScheduleKind.Workflow;

    public async Task<ScheduledOutcome> RunAsync(ScheduledSlot slot, CancellationToken cancellationToken)
    {
        var kept = ScheduledRequest.Parse(slot.Payload);
        var context = new ToolContext(slot.Owner, kept.ConversationId ?? slot.ScheduleId, slot.RunId, "", new Progress<ToolProgress>());
        var (request, outcome) = await workflows.RunAsync(kept, context, cancellationToken);
        switch (outcome)
        {
            case ToolOutcome.Answered { Answer: var answer } when request is not null:
                await PostAsync(slot, kept, answer.Markdown, ScheduledCards.Of(request, answer, source.Name), Answer, cancellationToken);
                await SendAsync(slot, kept, answer, cancellationToken);
                return new(true, "The answer was posted.");
            case ToolOutcome.Asked { Question: var question }:
                await PostAsync(slot, kept, $"I could not run this without an answer: {question.Text}\n\nPlease cancel the schedule and ask for it once more.", null, Problem, cancellationToken);
                return new(false, "The request needs an answer that only a person can give.") { MayRetry = false };
            case ToolOutcome.Failed { Problem: var problem }:
                return new(false, $"It ended with {problem.Code}.");
            default:
                throw new InvalidOperationException($"A scheduled request cannot end with {outcome.GetType().Name}.");
        }
    }

    /// <summary>Into the conversation where it was asked; when that is gone, into one that bears the schedule's name.</summary>
    private async Task PostAsync(
        ScheduledSlot slot, ScheduledRequest kept, string text, string? cards, string outcome, CancellationToken cancellationToken)
    {
        var title = SchedulableTools.TitleOf(kept.Tool);
        var message = new AgentMessage(slot.RunId, slot.ScheduleId, slot.Owner, $"*Scheduled: {title}*\n\n{text}", cards, outcome)
        {
            NewConversationTitle = $"Scheduled: {title}",
        };
        if (kept.ConversationId is { } asked && await conversations.FindAsync(slot.Owner, asked, cancellationToken) is not null)
        {
            message = message with { ConversationId = asked, NewConversationTitle = null };
        }

        await conversations.PostAsync(message, cancellationToken);
    }

    private async Task SendAsync(ScheduledSlot slot, ScheduledRequest kept, ToolAnswer answer, CancellationToken cancellationToken)
    {
        foreach (var channel in kept.Channels)
        {
            var payload = new JsonObject
            {
                ["type"] = "schedule",
                ["title"] = SchedulableTools.TitleOf(kept.Tool),
                ["text"] = ScheduledCards.WithoutTables(answer.Markdown),
                ["table"] = answer.Cards.FirstOrDefault(card => card.Kind == "table")?.Data.DeepClone(),
                ["run"] = slot.RunId,
                ["slot"] = slot.At,
            };
            var delivery = new NewDelivery(channel, $"schedule/{slot.RunId}/{channel}", payload.ToJsonString(TurnJson.Options));
            await deliveries.EnqueueAsync(delivery, cancellationToken);
        }
    }
}
