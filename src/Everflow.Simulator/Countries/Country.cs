namespace PromptLab.Simulator.Countries;

/// <param name="Id">The network's own number of the country.</param>
/// <param name="Code">ISO 3166 alpha-2.</param>
/// <param name="Name">What the report filter wants.</param>
/// <param name="Weight">Share of traffic against the other countries.</param>
/// <param name="Cities">At least one, biggest first.</param>
internal sealed record Country(int Id, string Code, string Name, double Weight, string Language, IReadOnlyList<string> Cities)
{
    /// <summary>Where the click's country could not be told: a bucket of its own, without code or name.</summary>
    public static Country Unknown { get; } = new(0, "", "", 0.4, "", [""]);
}
