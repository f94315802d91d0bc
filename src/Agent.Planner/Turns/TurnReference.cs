namespace PromptLab.Planner.Turns;

/// <summary>What a person quotes when something went wrong: the end of the turn's id, which the log holds whole.</summary>
internal static class TurnReference
{
    private const int Length = 12;

    public static string Of(Guid turn) => turn.ToString("N")[^Length..];
}
