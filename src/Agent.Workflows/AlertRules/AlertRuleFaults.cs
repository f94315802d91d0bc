using PromptLab.Data.Alerts;
using PromptLab.Workflows.Schedules;

namespace PromptLab.Workflows.AlertRules;

/// <summary>What is wrong with a rule, by the field as requests spell it.</summary>
internal static class AlertRuleFaults
{
    private const int LongestName = 100;
    private const int LongestList = 1000;

    public static IReadOnlyDictionary<string, string[]> Find(AlertRule rule, IReadOnlyCollection<string> channels)
    {
        var faults = new Dictionary<string, List<string>>();
        Add(rule.Name.Length is > 0 and <= LongestName, "name", $"A name has 1 to {LongestName} characters.");
        Add(AlertRuleKind.All.Contains(rule.Kind), "kind", $"kind is one of {string.Join(", ", AlertRuleKind.All)}.");
        Thresholds(rule, Add);
        Exclusions(rule, Add);
        Times(rule.Schedule, Add);
        foreach (var channel in rule.Channels.Where(channel => channel != NewAlert.Chat && !channels.Contains(channel)))
        {
            Add(false, "channels", $"There is no channel “{channel}”; use {string.Join(", ", channels.Prepend(NewAlert.Chat))}.");
        }

        Add(rule.Channels.Count > 0, "channels", "Name at least one channel, for example chat.");
        Add(!rule.Subscribers.Any(string.IsNullOrWhiteSpace), "subscribers", "A subscriber is a user's name.");
        Add(rule.Subscribers.Count > 0, "subscribers", $"Name at least one subscriber; {NewAlert.Everybody} stands for everybody.");
        return faults.ToDictionary(fault => fault.Key, fault => fault.Value.ToArray());

        void Add(bool isRight, string field, string sentence)
        {
            if (!isRight)
            {
                faults.TryAdd(field, []);
                faults[field].Add(sentence);
            }
        }
    }

    private static void Thresholds(AlertRule rule, Action<bool, string, string> check)
    {
        var (thresholds, isPages) = (rule.Thresholds, rule.Kind != AlertRuleKind.PausedPartners);
        check(thresholds.Clicks is null or (>= 0 and <= 1_000_000), "thresholds.clicks", "clicks is a number from 0 to 1,000,000.");
        check(thresholds.Keywords is null or { Count: > 0 and <= 20 } && thresholds.Keywords?.Any(string.IsNullOrWhiteSpace) != true, "thresholds.keywords", "keywords are 1 to 20 words.");
        check(thresholds.AnalysisDays is null or (>= 1 and <= 90), "thresholds.analysis_days", "analysis_days is a number from 1 to 90.");
        check(thresholds.DropPercent is null or (> 0 and <= 100), "thresholds.drop_percent", "drop_percent is above 0 and up to 100.");
        check(thresholds.MinRevenue is null or >= 0, "thresholds.min_revenue", "min_revenue is 0 or more.");
        check(thresholds.MinConversions is null or >= 1, "thresholds.min_conversions", "min_conversions is 1 or more.");
        check(thresholds.MinPartnerAgeDays is null or (>= 0 and <= 365), "thresholds.min_partner_age_days", "min_partner_age_days is a number from 0 to 365.");
        check(isPages || (thresholds.Clicks is null && thresholds.Keywords is null), "thresholds", "clicks and keywords belong to rules of the kind default_pages.");
        check(
            !isPages || thresholds is { AnalysisDays: null, DropPercent: null, MinRevenue: null, MinConversions: null, MinPartnerAgeDays: null },
            "thresholds", "Only clicks and keywords belong to rules of the kind default_pages.");
    }

    private static void Exclusions(AlertRule rule, Action<bool, string, string> check)
    {
        var exclusions = rule.Exclusions;
        check(AreIds(exclusions.Partners), "exclusions.partners", $"partners are up to {LongestList} ids.");
        check(AreIds(exclusions.Offers), "exclusions.offers", $"offers are up to {LongestList} ids.");
        check((exclusions.LandingPages ?? []).Count <= LongestList, "exclusions.landing_pages", $"landing_pages are up to {LongestList} names.");
        check(
            rule.Kind != AlertRuleKind.PausedPartners || (exclusions.Offers ?? []).Count + (exclusions.LandingPages ?? []).Count == 0,
            "exclusions", "Only partners can be left out of a rule of the kind paused_partners.");
    }

    private static void Times(AlertTimes schedule, Action<bool, string, string> check)
    {
        var times = schedule.ToTimes();
        check(times is not null, "schedule.days", "days are English names of weekdays, for example monday.");
        var fault = ScheduleTimesCheck.Fault(times ?? new ScheduleTimes(schedule.Time ?? "", [], schedule.TimeZone ?? ""));
        check(fault is null, fault?.Contains("zone", StringComparison.Ordinal) == true ? "schedule.time_zone" : "schedule.time", fault ?? "");
    }

    private static bool AreIds(IReadOnlyList<int>? ids) => (ids ?? []).Count <= LongestList && (ids ?? []).All(id => id > 0);
}
