using PromptLab.Everflow.Reports;
using PromptLab.Workflows.Dates;
using PromptLab.Workflows.Entities;
using PromptLab.Workflows.Reports;

namespace PromptLab.Workflows.PausedPartners;

/// <summary>Which partners fell by more than a request allows.</summary>
internal sealed class DropFinder(Catalogue catalogue, NetworkCalendar calendar)
{
    /// <summary>The largest drop first, then the largest loss.</summary>
    public async Task<IReadOnlyList<PartnerDrop>> FindAsync(
        PausedPartnerCheckRequest request, IEnumerable<ReportRow> before, IEnumerable<ReportRow> now, CancellationToken cancellationToken)
    {
        var current = now.ToLookup(row => row.Partner().Id);
        var drops = new List<PartnerDrop>();
        foreach (var earlier in before.GroupBy(row => row.Partner().Id))
        {
            var drop = new PartnerDrop(earlier.First().Partner(), TrafficFigures.Of(earlier), TrafficFigures.Of(current[earlier.Key]));
            if (IsOver(request, drop) && !await IsYoungAsync(request, earlier.Key, cancellationToken))
            {
                drops.Add(drop);
            }
        }

        return [.. drops.OrderBy(drop => drop.Change).ThenByDescending(drop => drop.LostRevenue).ThenBy(drop => drop.Partner.Id)];
    }

    private static bool IsOver(PausedPartnerCheckRequest request, PartnerDrop drop) =>
        drop.Before.Revenue > 0
        && !request.ExcludedPartners.Contains(drop.Partner.Id)
        && (drop.Before.Revenue >= request.MinRevenue || drop.Before.Conversions >= request.MinConversions)
        && (drop.LostRevenue * 100 > request.DropThreshold * drop.Before.Revenue || drop.Now.Revenue <= 0);

    /// <summary>A partner whose beginning is unknown is none that is known to be young.</summary>
    private async ValueTask<bool> IsYoungAsync(PausedPartnerCheckRequest request, int partnerId, CancellationToken cancellationToken) =>
        request.MinAge > 0
        && await catalogue.FindPartnerAsync(partnerId, cancellationToken) is { CreatedAt: { } created }
        && request.LastDay.AddDays(1).DayNumber - calendar.DayOf(created).DayNumber < request.MinAge;
}
