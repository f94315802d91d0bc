using System.Text.Json.Nodes;
using PromptLab.Data.Schedules;
using PromptLab.Plugins.Arguments;
using PromptLab.Plugins.Tools;
using PromptLab.Workflows.Schedules;

namespace PromptLab.Plugins.Schedules;

/// <summary>Has a workflow run again and again. It touches our own data alone, so nobody has to confirm it.</summary>
internal sealed class ScheduleTool(ScheduledWorkflows workflows, ScheduleRepository schedules, ScheduleService service) : ITool
{
    private static readonly WordArgument Actions = new(
        ["create", "add", "new", "schedule", "start", "set up"],
        ["list", "show", "all"],
        ["cancel", "stop", "delete", "remove", "end", "unschedule"]);

    private static readonly ToolChoice[] Examples =
    [
        new("Weekly summary, Mondays at 9", "send me the weekly summary every Monday at 9"),
        new("Paused partners, weekdays at 8", "check for paused partners on weekdays at 8"),
    ];

    public ToolDescriptor Descriptor { get; } = ToolDescriptors.Read("schedule", ToolEffect.Change) with { Result = typeof(ScheduleToolResult) };

    public async Task<ToolResolution> ResolveAsync(ToolArguments arguments, ToolContext context, CancellationToken cancellationToken)
    {
        var draft = new RequestDraft(Descriptor.Name, arguments, context);
        var action = arguments.Has("action") ? Actions.Read(draft, "action", "action") : "create";
        draft.Settle("action", action ?? "create");
        switch (action)
        {
            case "list":
                return draft.Complete(() => new ScheduleToolRequest.List());
            case "cancel":
                var which = TextArgument.Read(draft, "workflow");
                return draft.Complete(() => new ScheduleToolRequest.Cancel(which));
            case "create":
                return await CreateAsync(draft, cancellationToken);
            default:
                return draft.Complete(() => throw new InvalidOperationException("The action is asked about."));
        }
    }

    public async Task<ToolOutcome> RunAsync(ResolvedRequest request, ToolContext context, CancellationToken cancellationToken)
    {
        switch (request.Request)
        {
            case ScheduleToolRequest.Create create:
                var row = await workflows.CreateAsync(context.Owner, create.Request, create.Title, create.Times, cancellationToken);
                return ScheduleAnswer.Created(ScheduleView.Of(row), create);
            case ScheduleToolRequest.Cancel cancel:
                return await CancelAsync(cancel.Which, context.Owner, cancellationToken);
            default:
                return ScheduleAnswer.Listed((await schedules.ListAsync(context.Owner, null, ScheduleChoice.Most, cancellationToken)).Data);
        }
    }

    private async Task<ToolResolution> CreateAsync(RequestDraft draft, CancellationToken cancellationToken)
    {
        var times = WhenArgument.Read(draft, workflows.TimeZone);
        var text = draft.Given.Text("workflow");
        if (text is null || SchedulableTools.Find(text) is not { } tool)
        {
            draft.Ask("workflow", "I can schedule a performance summary, top offers, top landing pages, a report, and the checks for default pages and paused partners. Which one?", Examples);
            return draft.Complete(() => throw new InvalidOperationException("The workflow is asked about."));
        }

        draft.Settle("workflow", tool);
        var given = draft.Given.Values["arguments"] as JsonObject ?? [];
        if (workflows.Describe(tool).UnknownArguments(given) is [_, ..] unknown)
        {
            draft.Ask("arguments", $"{SchedulableTools.TitleOf(tool)} has no {string.Join(", ", unknown)}. Please say it in other words.");
            return draft.Complete(() => throw new InvalidOperationException("The arguments are asked about."));
        }

        return await workflows.ResolveAsync(tool, given, draft.Context, cancellationToken) switch
        {
            ToolResolution.Resolved inner => Complete(draft, inner.Request, given, times),
            ToolResolution.Asked asked => Ask(draft, asked),
            var failed => failed,
        };
    }

    private ToolResolution Complete(RequestDraft draft, ResolvedRequest inner, JsonObject given, ScheduleTimes? times)
    {
        var kept = ScheduledWorkflows.Keep(inner, given, draft.Context.ConversationId, []);
        draft.Settle("arguments", kept.Arguments.DeepClone());
        foreach (var chip in inner.Chips)
        {
            draft.Show(chip.Argument, chip.Label, chip.Value, chip.IsDefault);
        }

        foreach (var note in inner.Notes)
        {
            draft.Note(note);
        }

        return draft.Complete(() => new ScheduleToolRequest.Create(kept, ScheduledWorkflows.TitleOf(inner), times!, workflows.IsFixed(kept)));
    }

    private static ToolResolution Ask(RequestDraft draft, ToolResolution.Asked asked)
    {
        draft.Settle("arguments", asked.Known.DeepClone());
        draft.Ask("arguments", asked.Question.Text, asked.Question.Choices);
        return draft.Complete(() => throw new InvalidOperationException("The arguments are asked about."));
    }

    private async Task<ToolOutcome> CancelAsync(string? which, string owner, CancellationToken cancellationToken)
    {
        var rows = (await schedules.ListAsync(owner, null, ScheduleChoice.Most, cancellationToken)).Data;
        switch (ScheduleChoice.Find(rows, which))
        {
            case []:
                return ScheduleAnswer.NotFound(rows);
            case [{ Kind: not ScheduleKind.Workflow } rule]:
                return ScheduleAnswer.OfRule(ScheduleView.Of(rule));
            case [var only]:
                await service.DeleteAsync(only.Kind, only.Target, cancellationToken);
                return ScheduleAnswer.Cancelled(ScheduleView.Of(only));
            case var several:
                return ScheduleAnswer.Which(several);
        }
    }
}
