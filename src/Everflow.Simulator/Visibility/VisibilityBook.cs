using System.Collections.Immutable;
using PromptLab.Simulator.Offers;
using PromptLab.Simulator.Partners;

namespace PromptLab.Simulator.Visibility;

/// <summary>Which partner has which setting on which offer. Writes are seen at once.</summary>
internal sealed class VisibilityBook
{
    private ImmutableDictionary<(int Offer, int Partner), PartnerVisibility> _settings;

    public VisibilityBook(IEnumerable<KeyValuePair<(int Offer, int Partner), PartnerVisibility>> settings) => _settings = settings.ToImmutableDictionary();

    public PartnerVisibility? Find(int offerId, int partnerId) =>
        _settings.TryGetValue((offerId, partnerId), out var setting) ? setting : null;

    public IReadOnlyList<int> PartnersOf(int offerId, PartnerVisibility setting) =>
        [.. _settings.Where(entry => entry.Key.Offer == offerId && entry.Value == setting).Select(entry => entry.Key.Partner).Order()];

    public IReadOnlyList<int> OffersOf(int partnerId, PartnerVisibility setting) =>
        [.. _settings.Where(entry => entry.Key.Partner == partnerId && entry.Value == setting).Select(entry => entry.Key.Offer).Order()];

    public void Set(int offerId, int partnerId, PartnerVisibility setting) =>
        ImmutableInterlocked.AddOrUpdate(ref _settings, (offerId, partnerId), setting, (_, _) => setting);

    /// <summary>Gives exactly these partners the setting: whoever else had it loses it.</summary>
    public void Replace(int offerId, IReadOnlyCollection<int> partnerIds, PartnerVisibility setting)
    {
        foreach (var partnerId in PartnersOf(offerId, setting).Except(partnerIds)) ImmutableInterlocked.TryRemove(ref _settings, (offerId, partnerId), out _);
        foreach (var partnerId in partnerIds) Set(offerId, partnerId, setting);
    }

    /// <summary>Whether a partner sees an offer: the own setting first, then the offer's default.</summary>
    public bool Allows(Offer offer, Partner partner) => Find(offer.Id, partner.Id) switch
    {
        PartnerVisibility.Visible => true,
        PartnerVisibility.Hidden or PartnerVisibility.Rejected => false,
        _ => offer.Visibility == OfferVisibility.Public,
    };
}
