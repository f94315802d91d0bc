using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using PromptLab.Data.Conversations;
using PromptLab.Data.Schedules;
using PromptLab.Host.Problems;
using PromptLab.Plugins.Schedules;
using PromptLab.Plugins.Tools;
using PromptLab.Workflows.Channels;

namespace PromptLab.Host.Schedules;

/// <summary>Makes a schedule of a request's body, or says which field of it is wrong.</summary>
internal sealed class ScheduleCreator(ScheduledWorkflows workflows, ConversationRepository conversations, IOptions<ChannelsOptions> channels)
{
    public async Task<(ScheduleRow? Row, ProblemHttpResult? Problem)> CreateAsync(
        ScheduleCreation body, string owner, CancellationToken cancellationToken)
    {
        var reading = TimesReading.Of(body, workflows.TimeZone);
        if (Fault(body, reading) is { } fault)
        {
            return (null, fault);
        }

        if (body.ConversationId is { } id && await conversations.FindAsync(owner, id, cancellationToken) is null)
        {
            return (null, ApiProblem.ConversationNotFound());
        }

        var arguments = body.Arguments ?? [];
        var context = new ToolContext(owner, body.ConversationId ?? Guid.Empty, Guid.Empty, "", new Progress<ToolProgress>()) { IsPersonal = true };
        switch (await workflows.ResolveAsync(body.Tool, arguments, context, cancellationToken))
        {
            case ToolResolution.Resolved { Request: var resolved }:
                var kept = ScheduledWorkflows.Keep(resolved, arguments, body.ConversationId, body.Channels ?? []);
                return (await workflows.CreateAsync(owner, kept, ScheduledWorkflows.TitleOf(resolved), reading.Times!, cancellationToken), null);
            case ToolResolution.Asked { Question: var question }:
                return (null, ApiProblem.Invalid("arguments_unclear", "arguments", question.Text));
            case ToolResolution.Failed { Problem: var problem }:
                return (null, ApiProblem.Create(StatusCodes.Status502BadGateway, problem.Code, problem.Text));
            case var other:
                throw new InvalidOperationException($"Unknown resolution {other.GetType().Name}.");
        }
    }

    private ProblemHttpResult? Fault(ScheduleCreation body, TimesReading reading)
    {
        if (!SchedulableTools.Contains(body.Tool ?? ""))
        {
            return ApiProblem.Invalid("tool_invalid", "tool", $"tool is one of {string.Join(", ", SchedulableTools.Names)}.");
        }

        if (workflows.Describe(body.Tool!).UnknownArguments(body.Arguments ?? []) is [_, ..] unknown)
        {
            return ApiProblem.Invalid("arguments_invalid", "arguments", $"{body.Tool} has no {string.Join(", ", unknown)}.");
        }

        if (body.Channels?.FirstOrDefault(name => !channels.Value.ContainsKey(name)) is { } missing)
        {
            return ApiProblem.Invalid("channels_invalid", "channels", $"There is no channel {missing}.");
        }

        return reading.IsRead ? null : ApiProblem.Invalid("times_invalid", reading.Field, reading.Fault);
    }
}
