namespace PromptLab.Workflows.Pipelines;

/// <summary>How a condition compares. The names are a public contract.</summary>
public static class ConditionOperator
{
    public const string Same = "equals";
    public const string NotSame = "not_equals";
    public const string Contains = "contains";
    public const string NotContains = "not_contains";

    /// <summary>A regular expression without looking around or back.</summary>
    public const string Matches = "matches";

    public const string Empty = "empty";
    public const string NotEmpty = "not_empty";
    public const string Greater = "greater";
    public const string Less = "less";

    public static IReadOnlyList<string> All { get; } = [Same, NotSame, Contains, NotContains, Matches, Empty, NotEmpty, Greater, Less];
}
