using Microsoft.Extensions.Options;
using PromptLab.Plugins.Alerts;
using PromptLab.Workflows.AlertRules;
using PromptLab.Workflows.Dates;
using PromptLab.Workflows.DefaultPages;

namespace PromptLab.Plugins.DefaultPages;

/// <summary>Rules over traffic on default pages.</summary>
internal sealed class DefaultPagesCheck(DefaultPagesWorkflow workflow, IOptions<DefaultPagesOptions> options) : IAlertCheck
{
    public string Kind => AlertRuleKind.DefaultPages;

    public async Task<AlertFindings> CheckAsync(AlertRule rule, DateOnly day, CancellationToken cancellationToken)
    {
        var request = Request(rule, day);
        var result = await workflow.RunAsync(request, cancellationToken);
        return new AlertFindings([.. result.Partners.Select(Entity)], entities => AlertTexts.Of(
            DefaultPageReports.Of(new DefaultPageCheckResult(day, [.. result.Partners.Where(partner => entities.Contains(Entity(partner)))], result.IsComplete), request.ClickThreshold),
            result.IsComplete));
    }

    public async Task<IReadOnlyList<AlertBacktestDay>> BacktestAsync(AlertRule rule, DateRange days, CancellationToken cancellationToken)
    {
        var found = await workflow.RunDaysAsync(Request(rule, days.To), days, cancellationToken);
        return
        [
            .. found.Select(day => new AlertBacktestDay(day.Date, day.Partners.Count, day.WastedClicks, [.. day.Partners.Take(AlertBacktestDay.MostPartners)
                .Select(partner => new AlertBacktestPartner(partner.Partner.Id, partner.Partner.Name, partner.WastedClicks))])),
        ];
    }

    private static string Entity(DefaultPagePartner partner) => AlertFindings.Partner(partner.Partner.Id);

    private DefaultPageCheckRequest Request(AlertRule rule, DateOnly day)
    {
        var check = options.Value.Check(day, rule.Thresholds.Clicks ?? DefaultPageCheckRequest.DefaultClickThreshold);
        return check with
        {
            Keywords = rule.Thresholds.Keywords ?? check.Keywords,
            ExcludedPartners = rule.Exclusions.Partners ?? [],
            ExcludedOffers = rule.Exclusions.Offers ?? [],
            ExcludedLandingPages = rule.Exclusions.LandingPages ?? [],
        };
    }
}
