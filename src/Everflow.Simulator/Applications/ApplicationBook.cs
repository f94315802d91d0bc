using System.Collections.Immutable;
using PromptLab.Simulator.Offers;
using PromptLab.Simulator.Partners;
using PromptLab.Simulator.Randomness;
using PromptLab.Simulator.Visibility;

namespace PromptLab.Simulator.Applications;

/// <summary>All applications by id. Approving one makes the offer visible to the partner, rejecting one marks the partner rejected.</summary>
internal sealed class ApplicationBook
{
    private const int Size = 60;
    private readonly VisibilityBook _visibility;
    private ImmutableDictionary<int, Application> _applications;

    private ApplicationBook(VisibilityBook visibility, IEnumerable<Application> applications)
    {
        _visibility = visibility;
        _applications = applications.ToImmutableDictionary(application => application.Id, application => application);
    }

    public IEnumerable<Application> All => _applications.Values.OrderBy(application => application.Id);

    public static ApplicationBook Create(int seed, VisibilityBook visibility, IReadOnlyList<Offer> offers, IReadOnlyList<Partner> partners, DateOnly today)
    {
        var dice = Dice.For(seed, "applications");
        var closed = offers.Where(offer => offer.Id > Planted.PendingOffer && offer.Visibility == OfferVisibility.RequireApproval).ToArray();
        var applicants = partners.Where(partner => partner.Weight > 0 && partner.Id <= 999).ToArray();
        var invented = Enumerable.Range(Planted.PendingApplication + 1, Size).Select(id =>
        {
            var (offer, partner) = (dice.Pick(closed), dice.Pick(applicants));
            var status = visibility.Allows(offer, partner) ? ApplicationStatus.Approved : dice.Chance(0.3) ? ApplicationStatus.Rejected : ApplicationStatus.Pending;
            return new Application(id, partner.Id, offer.Id, status, today.AddDays(-dice.Whole(0, 90)));
        });
        return new ApplicationBook(visibility, invented.Prepend(new Application(
            Planted.PendingApplication, Planted.ApplicantPartner, Planted.RequireApprovalOffer, ApplicationStatus.Pending, today.AddDays(-2))));
    }

    public Application? Find(int id) => _applications.GetValueOrDefault(id);

    public void Set(int id, ApplicationStatus status)
    {
        if (Find(id) is not { } application) return;
        ImmutableInterlocked.AddOrUpdate(ref _applications, id, application, (_, current) => current with { Status = status });
        if (status == ApplicationStatus.Pending) return;
        _visibility.Set(application.OfferId, application.PartnerId, status == ApplicationStatus.Approved ? PartnerVisibility.Visible : PartnerVisibility.Rejected);
    }
}
