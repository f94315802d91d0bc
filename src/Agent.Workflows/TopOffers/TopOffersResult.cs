namespace PromptLab.Workflows.TopOffers;

/// <summary>Offers with traffic, ranked.</summary>
/// <param name="Ranked">All that qualify, best first; the request says how many to show.</param>
/// <param name="LeftOut">How many had traffic and too few conversions, or no such figure.</param>
/// <param name="IsComplete">False when the API left rows out.</param>
public sealed record TopOffersResult(IReadOnlyList<OfferFigures> Ranked, int LeftOut, bool IsComplete)
{
    /// <summary>How many more qualify, when <see cref="Ranked"/> was cut to what was asked for.</summary>
    public int Below { get; init; }
}
