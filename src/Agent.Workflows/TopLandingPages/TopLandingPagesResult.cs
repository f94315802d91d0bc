namespace PromptLab.Workflows.TopLandingPages;

/// <summary>The landing pages of an offer, ranked by conversion rate.</summary>
/// <param name="Ranked">All that have enough conversions, best first; the request says how many to show.</param>
/// <param name="LeftOut">Pages with traffic and too few conversions, nearest to the minimum first.</param>
/// <param name="Average">Conversions per click of all pages together; null without clicks.</param>
/// <param name="IsComplete">False when the API left rows out.</param>
/// <param name="IsAllCountries">The asked country had no traffic, and these are the figures of all countries.</param>
public sealed record TopLandingPagesResult(
    IReadOnlyList<LandingPageFigures> Ranked,
    IReadOnlyList<LandingPageFigures> LeftOut,
    decimal? Average,
    LandingPageVerdict Verdict,
    bool IsComplete,
    bool IsAllCountries)
{
    /// <summary>How many more qualify, when <see cref="Ranked"/> was cut to what was asked for.</summary>
    public int Below { get; init; }
}
