using PromptLab.Simulator.Visibility;
using PromptLab.Simulator.Wire;

namespace PromptLab.Simulator.Partners;

/// <summary>Renders partners, either plain or with the flat extras of the table search.</summary>
internal sealed class PartnerPayloads(SimulatedNetwork network)
{
    public PartnerPayload Plain(Partner partner, Relationships asked)
    {
        var manager = network.Employees[partner.ManagerId];
        return new PartnerPayload(
            partner.Id,
            partner.Name,
            partner.Status,
            manager.Id,
            partner.Labels,
            UnixTime.Of(partner.Created),
            UnixTime.Of(partner.Created),
            null,
            null,
            null,
            null,
            new PartnerRelationship(
                EntryList<string>.Of(partner.Labels),
                new ManagerPayload(manager.Id, manager.FirstName, manager.LastName, manager.FullName),
                asked.Asks("visibility") ? VisibilityOf(partner) : null));
    }

    public PartnerPayload Flat(Partner partner, Relationships asked) => Plain(partner, asked) with
    {
        AccountManagerId = partner.ManagerId,
        AccountManagerName = network.Employees[partner.ManagerId].FullName,
        AccountExecutiveId = 0,
        AccountExecutiveName = "",
    };

    private PartnerVisibilityPayload VisibilityOf(Partner partner) => new(
        network.Visibility.OffersOf(partner.Id, PartnerVisibility.Visible),
        network.Visibility.OffersOf(partner.Id, PartnerVisibility.Rejected),
        network.Visibility.OffersOf(partner.Id, PartnerVisibility.Hidden));
}
