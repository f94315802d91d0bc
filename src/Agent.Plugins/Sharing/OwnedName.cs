namespace PromptLab.Plugins.Sharing;

/// <summary>What a person calls a thing that may be somebody else's, who shares it: its name, with the owner in brackets where it needs one.</summary>
/// <param name="Owner">Null when none was said.</param>
internal sealed record OwnedName(string Name, string? Owner)
{
    /// <summary>What <see cref="Read"/> understands.</summary>
    public static string Write(string name, string owner, string user) => owner == user ? name : $"{name} ({owner})";

    public static OwnedName Read(string said) =>
        said.EndsWith(')') && said.LastIndexOf(" (", StringComparison.Ordinal) is > 0 and var bracket
            ? new(said[..bracket], said[(bracket + 2)..^1])
            : new(said, null);

    public bool IsOf(string owner) => Owner is null || string.Equals(owner, Owner, StringComparison.OrdinalIgnoreCase);
}
