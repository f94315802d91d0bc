using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Configuration;
using PromptLab.Data.ApiKeys;
using PromptLab.Workflows.Dates;

namespace PromptLab.Workflows.AlertRules;

/// <summary>The rules of the configuration, and what every rule begins with.</summary>
public sealed class AlertRuleDefaults(IConfiguration configuration, NetworkCalendar calendar, TimeProvider clock)
{
    private const string ChannelSection = "Channels";

    private static readonly Dictionary<string, string> Names = new()
    {
        [AlertRuleKind.DefaultPages] = "Traffic on default landing pages",
        [AlertRuleKind.PausedPartners] = "Partners who paused",
    };

    /// <summary>Names of the channels that a rule may use besides the chat.</summary>
    internal IReadOnlyCollection<string> Channels => [.. configuration.GetSection(ChannelSection).GetChildren().Select(channel => channel.Key)];

    /// <summary>The same id for a key at every start and on every node.</summary>
    internal IReadOnlyList<AlertRule> Configured(AlertOptions options) =>
        [.. Names.Keys.Union(options.Rules.Keys, StringComparer.Ordinal).Select(key => Configured(key, options.Rules.GetValueOrDefault(key) ?? new()))];

    internal AlertRule New(Guid id, AlertRuleDraft draft, string owner) =>
        AlertRule.Usual(id, draft.Kind ?? "", calendar.TimeZone.Id, owner, clock.GetUtcNow()).With(draft);

    private AlertRule Configured(string key, AlertRuleDraft draft)
    {
        var named = draft with { Kind = draft.Kind ?? key, Name = draft.Name ?? Names.GetValueOrDefault(key) ?? key };
        return New(new Guid(SHA256.HashData(Encoding.UTF8.GetBytes("alert rule " + key)).AsSpan(0, 16)), named, LocalUser.Owner) with
        {
            Source = AlertRule.Configuration,
        };
    }
}
