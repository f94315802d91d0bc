namespace PromptLab.Workflows.Differences;

/// <summary>A piece of two texts that are compared.</summary>
/// <param name="Kind"><c>same</c>, <c>removed</c> or <c>added</c>.</param>
public sealed record DifferencePart(string Kind, string Text)
{
    public const string Same = "same";
    public const string Removed = "removed";
    public const string Added = "added";
}
