namespace PromptLab.Data.Turns;

/// <summary>A turn whose message another one answers again.</summary>
internal sealed record ReplacedTurn
{
    public required Guid TurnId { get; init; }

    public required Guid ReplacedBy { get; init; }
}
