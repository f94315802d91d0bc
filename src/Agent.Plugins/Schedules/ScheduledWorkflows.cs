using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using PromptLab.Data.Schedules;
using PromptLab.Everflow;
using PromptLab.Plugins.Tools;
using PromptLab.Workflows.Dates;
using PromptLab.Workflows.Schedules;

namespace PromptLab.Plugins.Schedules;

/// <summary>Workflows that run on a schedule: how their requests are resolved, kept, and run again.</summary>
public sealed class ScheduledWorkflows(ScheduleService schedules, NetworkCalendar calendar, IServiceProvider services)
{
    private const string Period = "date_range";

    // A person names them in words that mean another day on another day.
    private static readonly string[] Relative = [Period, "date"];

    /// <summary>The network's own; schedules that name no other run by its clocks.</summary>
    public string TimeZone => calendar.TimeZone.Id;

    public ToolDescriptor Describe(string tool) => Find(tool).Descriptor;

    /// <summary>Resolves a request as if it were to run now, which it is not.</summary>
    public Task<ToolResolution> ResolveAsync(string tool, JsonObject arguments, ToolContext context, CancellationToken cancellationToken) =>
        Find(tool).ResolveAsync(new ToolArguments(arguments), context, cancellationToken);

    /// <summary>What is kept of a request that was resolved.</summary>
    /// <param name="given">The arguments as they were given.</param>
    public static ScheduledRequest Keep(
        ResolvedRequest resolved, JsonObject given, Guid? conversationId, IReadOnlyList<string> channels)
    {
        var arguments = resolved.Arguments.DeepClone().AsObject();
        foreach (var name in Relative)
        {
            if (arguments.ContainsKey(name) && new ToolArguments(given).Text(name) is { } said && given[name] is JsonValue)
            {
                arguments[name] = said;
            }
        }

        return new(resolved.Tool, arguments, resolved.Chips.FirstOrDefault(chip => chip.Argument == Period)?.Value, conversationId, channels);
    }

    /// <summary>Whether the period is the same days whenever it is asked: "December 2024", and not "last month".</summary>
    public bool IsFixed(ScheduledRequest request) => request.Arguments[Period] switch
    {
        null => false,
        JsonValue said when said.TryGetValue<string>(out var phrase) =>
            DatePhrases.Resolve(phrase, calendar.Today) is DateResolution.Range now
            && DatePhrases.Resolve(phrase, calendar.Today.AddDays(40)) is DateResolution.Range later && now.Value == later.Value,
        _ => true,
    };

    /// <summary>The same request at the same times is one schedule, however often it is asked for.</summary>
    public Task<ScheduleRow> CreateAsync(
        string owner, ScheduledRequest request, string title, ScheduleTimes times, CancellationToken cancellationToken)
    {
        var payload = request.ToJson();
        var asked = $"{owner}\n{request.ConversationId}\n{request.Tool}\n{request.Arguments.ToJsonString()}\n{WhenText.Of(times)}\n{times.TimeZone}";
        var target = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(asked)).AsSpan(0, 16));
        return schedules.CreateOrUpdateAsync(new(ScheduleKind.Workflow, target, owner, title, times, payload), cancellationToken);
    }

    /// <summary>For example <c>Top offers · Germany</c>: the names and settings that the person stated, without the period.</summary>
    public static string TitleOf(ResolvedRequest resolved) => string.Join(
        " · ",
        [
            SchedulableTools.TitleOf(resolved.Tool),
            .. resolved.Chips.Where(chip => !chip.IsDefault && chip.Argument is not Period and not "date").Select(chip => chip.Value),
        ]);

    /// <summary>Runs a kept request for the days that it means now. Nobody is there to be asked: a question is an outcome like the others.</summary>
    public async Task<(ResolvedRequest? Request, ToolOutcome Outcome)> RunAsync(
        ScheduledRequest request, ToolContext context, CancellationToken cancellationToken)
    {
        var tool = Find(request.Tool);
        // The arguments were settled by the person when the schedule was made, doing without the label included.
        var alone = context with { IsPersonal = true, Priority = EverflowPriority.Scheduled };
        return await tool.ResolveAsync(new ToolArguments(request.Arguments.DeepClone().AsObject()), alone, cancellationToken) switch
        {
            ToolResolution.Resolved resolved => (resolved.Request, await tool.RunAsync(resolved.Request, alone, cancellationToken)),
            ToolResolution.Asked asked => (null, new ToolOutcome.Asked(asked.Question)),
            ToolResolution.Failed failed => (null, new ToolOutcome.Failed(failed.Problem)),
            var other => throw new InvalidOperationException($"Unknown resolution {other.GetType().Name}."),
        };
    }

    // The catalogue holds the tool that schedules, which needs this: it is looked up when it is there.
    private ITool Find(string name) => services.GetRequiredService<ToolCatalogue>().TryFind(name, out var tool) && SchedulableTools.Contains(name)
        ? tool
        : throw new ArgumentException($"The tool {name} cannot be scheduled.", nameof(name));
}
