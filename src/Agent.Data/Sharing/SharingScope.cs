namespace PromptLab.Data.Sharing;

/// <summary>Who sees what somebody owns. Only the owner changes it, whoever sees it.</summary>
public static class SharingScope
{
    /// <summary>Nobody else.</summary>
    public const string Private = "private";

    /// <summary>Every user of the service, who may also run it.</summary>
    public const string Team = "team";

    public static IReadOnlyList<string> All { get; } = [Private, Team];
}
