using System.Text.Json;

namespace PromptLab.Workflows.Evaluators;

/// <summary>One thing that an output is checked for.</summary>
/// <param name="Name">Unique within its dataset.</param>
/// <param name="Kind">One of <see cref="EvaluatorKind"/>.</param>
public sealed record Evaluator(string Name, string Kind)
{
    /// <summary>The expected text for every row; null to take each row's own.</summary>
    public string? Value { get; init; }

    public bool IgnoreCase { get; init; }

    /// <summary>Of a number: <c>0.5</c>, or <c>5%</c> of the expected one; null for none.</summary>
    public string? Tolerance { get; init; }

    public JsonElement? Schema { get; init; }

    public JudgeSettings? Judge { get; init; }

    /// <summary>How much it counts in a row's score.</summary>
    public double Weight { get; init; } = 1;

    /// <summary>A row passes only if this passes.</summary>
    public bool Required { get; init; } = true;
}
