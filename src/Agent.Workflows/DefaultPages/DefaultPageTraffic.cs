using PromptLab.Workflows.Entities;

namespace PromptLab.Workflows.DefaultPages;

/// <summary>One partner's clicks of a day on one default page of one offer.</summary>
/// <param name="LandingPage">Id 0 for the offer's own destination.</param>
public sealed record DefaultPageTraffic(NamedEntity Offer, NamedEntity LandingPage, long Clicks)
{
    public DefaultPageMeaning Meaning => LandingPage.Id == 0 ? DefaultPageMeaning.BrokenLink : DefaultPageMeaning.WrongSetup;
}
