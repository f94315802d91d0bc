namespace PromptLab.Workflows.Entities;

/// <summary>A name under consideration.</summary>
/// <param name="IsFull">Every word that was asked for has a counterpart in the name.</param>
/// <param name="StartsName">The words open the name in their order; that beats the same words scattered over another.</param>
/// <param name="Coverage">The share of the name's words that was asked for.</param>
internal readonly record struct Candidate(RankedEntity Entity, bool IsFull, bool StartsName, double Coverage) : IComparable<Candidate>
{
    public const double Good = 0.8;
    private const double Near = 0.25;
    private const double Margin = 0.08;

    public double Score => Entity.Score;

    public bool IsGood => IsFull && Score >= Good;

    public bool IsNear => Score >= Near;

    private double Weight => (IsFull ? 1 : 0) + Score + (StartsName ? 0.1 : 0);

    /// <summary>True for itself, and for others that are not clearly worse.</summary>
    public bool IsRivalledBy(Candidate other) => Weight - other.Weight < Margin;

    public int CompareTo(Candidate other)
    {
        var byWeight = other.Weight.CompareTo(Weight);
        var byCoverage = byWeight != 0 ? byWeight : other.Coverage.CompareTo(Coverage);
        return byCoverage != 0 ? byCoverage : Entity.Id.CompareTo(other.Entity.Id);
    }
}
