namespace PromptLab.Planner.Planning;

/// <summary>Decides which functions to call for a turn, runs them under the policies, and writes what the person reads.</summary>
public interface IPlanner
{
    /// <summary>The name that configuration chooses it by.</summary>
    string Name { get; }

    Task<PlannerResult> RunAsync(PlannerTurn turn, IPlannerOutput output, CancellationToken cancellationToken);
}
