namespace PromptLab.Data.Sharing;

/// <summary>Whose things a list shows.</summary>
public enum Ownership
{
    /// <summary>Everything that the user sees.</summary>
    All,

    Mine,

    /// <summary>What others share with the team.</summary>
    Team,
}
