using PromptLab.Data.Alerts;

namespace PromptLab.Workflows.AlertRules;

/// <summary>A rule that alerts come from.</summary>
/// <param name="Source"><c>configuration</c> for one that people may only switch on and off, otherwise <c>api</c>.</param>
/// <param name="SnoozedUntil">Nothing is announced until then.</param>
public sealed record AlertRule(
    Guid Id, string Name, string Kind, bool Enabled, string Source, AlertThresholds Thresholds, AlertExclusions Exclusions, AlertTimes Schedule,
    IReadOnlyList<string> Channels, IReadOnlyList<string> Subscribers, DateTimeOffset? SnoozedUntil,
    string CreatedBy, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt)
{
    public const string Configuration = "configuration";
    public const string Api = "api";

    /// <summary>The rule of a kind that nobody has said anything about.</summary>
    internal static AlertRule Usual(Guid id, string kind, string timeZone, string owner, DateTimeOffset now) => new(
        id, "", kind, Enabled: true, Api, new AlertThresholds(), new AlertExclusions { Partners = [], Offers = [], LandingPages = [] },
        new AlertTimes { Time = kind == AlertRuleKind.PausedPartners ? "08:00" : "09:00", Days = [], TimeZone = timeZone },
        [NewAlert.Chat], [NewAlert.Everybody], SnoozedUntil: null, owner, now, now);

    /// <summary>Whether it runs on the morrow of a day.</summary>
    public bool RunsAfter(DateOnly day) => Schedule.ToTimes() is { Days: var days } && (days.Count == 0 || days.Contains(day.AddDays(1).DayOfWeek));

    /// <summary>With what a draft says.</summary>
    internal AlertRule With(AlertRuleDraft draft) => this with
    {
        Name = draft.Name?.Trim() ?? Name,
        Enabled = draft.Enabled ?? Enabled,
        Thresholds = draft.Thresholds?.Over(Thresholds) ?? Thresholds,
        Exclusions = draft.Exclusions?.Over(Exclusions) ?? Exclusions,
        Schedule = draft.Schedule?.Over(Schedule) ?? Schedule,
        Channels = draft.Channels is { } channels ? [.. channels.Distinct(StringComparer.Ordinal)] : Channels,
        Subscribers = draft.Subscribers is { } subscribers ? [.. subscribers.Distinct(StringComparer.Ordinal)] : Subscribers,
        SnoozedUntil = draft.SnoozedUntil ?? SnoozedUntil,
    };
}
