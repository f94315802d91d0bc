namespace PromptLab.Workflows.Entities;

/// <summary>A candidate for what a person named.</summary>
/// <param name="Score">0 to 1; 1 for ids and names that are equal.</param>
public sealed record RankedEntity(int Id, string Name, double Score, MatchKind How)
{
    /// <summary>Good enough to write with: nothing was guessed.</summary>
    public bool IsCertain => How is MatchKind.Id or MatchKind.Exact or MatchKind.Normalised;
}
