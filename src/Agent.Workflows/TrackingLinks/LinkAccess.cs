using System.Globalization;
using PromptLab.Everflow.LandingPages;
using PromptLab.Everflow.Offers;
using PromptLab.Everflow.Partners;
using PromptLab.Everflow.Visibility;

namespace PromptLab.Workflows.TrackingLinks;

/// <summary>What the network says of a partner on an offer, as far as a link depends on it.</summary>
/// <param name="Settings">What is set on the offer for single partners.</param>
/// <param name="Page">The landing page that was asked for; null with the offer's own destination.</param>
/// <param name="ApplicationId">The partner's application to run the offer that nobody has decided on; null when there is none.</param>
public sealed record LinkAccess(Partner Partner, Offer Offer, OfferPartners Settings, LandingPage? Page, int? ApplicationId)
{
    /// <summary>What is set for this partner; null leaves it to the offer's own visibility.</summary>
    public PartnerVisibility? Setting => Settings.Of(Partner.Id);

    /// <summary>Whether the partner may run the offer as it is.</summary>
    public bool IsVisible => Setting is { } setting ? setting == PartnerVisibility.Visible : Offer.Visibility == OfferVisibility.Public;

    /// <summary>SHA-256 of everything that a person who says yes relies on.</summary>
    public string Digest => StateDigest.Of(string.Create(
        CultureInfo.InvariantCulture,
        $"""
        partner {Partner.Id} {Partner.Status} {Partner.Name}
        offer {Offer.Id} {Offer.Status} {Offer.Visibility} {Offer.Name}
        page {Page?.Id} {Page?.Status} {Page?.Name}
        setting {Setting}
        """));
}
