namespace PromptLab.Planner.Turns;

/// <summary>Where the figures come from.</summary>
/// <param name="IsDemo">True for the simulated network; every answer then says so.</param>
public sealed record DataSource(bool IsDemo)
{
    public string Name => IsDemo ? "demo" : "everflow";
}
