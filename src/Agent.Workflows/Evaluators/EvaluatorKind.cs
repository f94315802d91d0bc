namespace PromptLab.Workflows.Evaluators;

/// <summary>How an output is judged. The names are a public contract.</summary>
public static class EvaluatorKind
{
    /// <summary>The output is the expected text; an expected object may be written in any way that JSON allows.</summary>
    public const string Exact = "exact";

    /// <summary>The expected text is somewhere in the output.</summary>
    public const string Contains = "contains";

    /// <summary>The expected text is a regular expression that matches somewhere in the output.</summary>
    public const string Regex = "regex";

    /// <summary>The output is JSON that a schema allows.</summary>
    public const string JsonSchema = "json_schema";

    /// <summary>The last number of the output is the expected one, within a tolerance.</summary>
    public const string Numeric = "numeric";

    /// <summary>A model says how good the output is.</summary>
    public const string Judge = "judge";

    public static IReadOnlyList<string> All { get; } = [Exact, Contains, Regex, JsonSchema, Numeric, Judge];
}
