namespace PromptLab.Workflows.PausedPartners;

/// <summary>An offer, landing page or country that carries a part of a partner's loss.</summary>
/// <param name="Id">Null for countries.</param>
/// <param name="Share">Of the partner's lost revenue, as a ratio; more than 1 when others gained.</param>
public sealed record DropCarrier(int? Id, string Name, decimal RevenueBefore, decimal RevenueNow, decimal Share)
{
    public decimal LostRevenue => RevenueBefore - RevenueNow;
}
