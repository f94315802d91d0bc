using System.ComponentModel;
using System.Text.Json.Nodes;

namespace PromptLab.Host.Schedules;

/// <summary>A workflow to run again and again.</summary>
public sealed record ScheduleCreation(
    [property: Description("A tool that only reads, for example performance_summary.")] string Tool,
    [property: Description("The tool's arguments; a relative period such as \"last week\" means its own days in each run.")] JsonObject? Arguments,
    [property: Description("In words: \"every Monday at 9\". Instead of time, days and day_of_month.")] string? When,
    [property: Description("HH:mm")] string? Time,
    [property: Description("Days of the week in English; none for every day.")] IReadOnlyList<string>? Days,
    [property: Description("1 to 31, the last day in shorter months.")] int? DayOfMonth,
    [property: Description("IANA name; the network's own without it.")] string? TimeZone,
    [property: Description("A conversation of yours that gets the answers; a new one without it.")] Guid? ConversationId,
    [property: Description("Names of configured channels that get the answers, too.")] IReadOnlyList<string>? Channels);
