using Microsoft.Extensions.Options;
using PromptLab.Everflow;
using PromptLab.Plugins.Alerts;
using PromptLab.Workflows.AlertRules;
using PromptLab.Workflows.Dates;
using PromptLab.Workflows.PausedPartners;

namespace PromptLab.Plugins.PausedPartners;

/// <summary>Rules over partners who paused.</summary>
internal sealed class PausedPartnersCheck(PausedPartnersWorkflow workflow, IOptions<EverflowOptions> everflow) : IAlertCheck
{
    public string Kind => AlertRuleKind.PausedPartners;

    public async Task<AlertFindings> CheckAsync(AlertRule rule, DateOnly day, CancellationToken cancellationToken)
    {
        var request = Request(rule, day);
        var result = await workflow.RunAsync(request, cancellationToken);
        return new AlertFindings([.. result.Partners.Select(partner => Entity(partner.Drop))], entities => AlertTexts.Of(
            PausedPartnerReports.Of(
                new PausedPartnerCheckResult(result.Now, result.Before, [.. result.Partners.Where(partner => entities.Contains(Entity(partner.Drop)))], result.IsComplete),
                request.DropThreshold,
                everflow.Value.Currency),
            result.IsComplete));
    }

    public async Task<IReadOnlyList<AlertBacktestDay>> BacktestAsync(AlertRule rule, DateRange days, CancellationToken cancellationToken)
    {
        var found = await workflow.RunDaysAsync(Request(rule, days.To), days, cancellationToken);
        return
        [
            .. found.Select(day => new AlertBacktestDay(day.LastDay, day.Drops.Count, day.Drops.Sum(drop => drop.LostRevenue), [.. day.Drops.Take(AlertBacktestDay.MostPartners)
                .Select(drop => new AlertBacktestPartner(drop.Partner.Id, drop.Partner.Name, drop.LostRevenue))])),
        ];
    }

    private static string Entity(PartnerDrop drop) => AlertFindings.Partner(drop.Partner.Id);

    private static PausedPartnerCheckRequest Request(AlertRule rule, DateOnly lastDay)
    {
        var thresholds = rule.Thresholds;
        return new(lastDay, thresholds.AnalysisDays ?? PausedPartnerCheckRequest.DefaultDays, thresholds.DropPercent ?? PausedPartnerCheckRequest.DefaultDrop)
        {
            MinRevenue = thresholds.MinRevenue ?? PausedPartnerCheckRequest.DefaultMinRevenue,
            MinConversions = thresholds.MinConversions,
            MinAge = thresholds.MinPartnerAgeDays ?? PausedPartnerCheckRequest.DefaultMinAge,
            ExcludedPartners = rule.Exclusions.Partners ?? [],
        };
    }
}
