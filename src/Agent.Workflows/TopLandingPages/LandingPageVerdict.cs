using System.Text.Json.Serialization;
using PromptLab.Everflow.Offers;

namespace PromptLab.Workflows.TopLandingPages;

/// <summary>What the figures allow to say.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Winner), "winner")]
[JsonDerivedType(typeof(Level), "level")]
[JsonDerivedType(typeof(Tie), "tie")]
[JsonDerivedType(typeof(OnlyOneQualifies), "only_one_qualifies")]
[JsonDerivedType(typeof(SinglePage), "single_page")]
[JsonDerivedType(typeof(TooLittleData), "too_little_data")]
[JsonDerivedType(typeof(NoTraffic), "no_traffic")]
public abstract record LandingPageVerdict
{
    private LandingPageVerdict()
    {
    }

    /// <summary>The first is better than the second beyond chance (their 95 % intervals are apart).</summary>
    /// <param name="TimesAverage">Its rate over the rate of all pages together.</param>
    public sealed record Winner(decimal TimesAverage) : LandingPageVerdict;

    /// <summary>The intervals of the first two overlap.</summary>
    /// <param name="MoreClicks">How many more clicks over both pages would part them at the present rates; null when no sensible number would.</param>
    public sealed record Level(long? MoreClicks) : LandingPageVerdict;

    /// <summary>The first two have the same rate.</summary>
    public sealed record Tie : LandingPageVerdict;

    /// <summary>Several pages had traffic, but only one has enough conversions.</summary>
    public sealed record OnlyOneQualifies : LandingPageVerdict;

    /// <summary>Only one page had traffic at all.</summary>
    public sealed record SinglePage : LandingPageVerdict;

    /// <summary>No page has enough conversions.</summary>
    public sealed record TooLittleData : LandingPageVerdict;

    /// <param name="Status">The offer's status; null when the network no longer has it.</param>
    public sealed record NoTraffic(OfferStatus? Status) : LandingPageVerdict;
}
