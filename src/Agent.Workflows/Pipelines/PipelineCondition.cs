using System.Globalization;
using System.Text.RegularExpressions;

namespace PromptLab.Workflows.Pipelines;

/// <summary>When a step runs. Texts are compared without case and without spaces around them, as models answer "Yes" or "yes ".</summary>
/// <param name="Operator">One of <see cref="ConditionOperator"/>.</param>
/// <param name="Value">What the variable is compared with; not used by <c>empty</c> and <c>not_empty</c>.</param>
public sealed record PipelineCondition(string Variable, string Operator, string? Value)
{
    /// <param name="variables">A variable without a value counts as empty.</param>
    public bool IsMet(IReadOnlyDictionary<string, string> variables)
    {
        var text = (variables.GetValueOrDefault(Variable) ?? "").Trim();
        var value = (Value ?? "").Trim();
        return Operator switch
        {
            ConditionOperator.Same => Equals(text, value),
            ConditionOperator.NotSame => !Equals(text, value),
            ConditionOperator.Contains => text.Contains(value, StringComparison.OrdinalIgnoreCase),
            ConditionOperator.NotContains => !text.Contains(value, StringComparison.OrdinalIgnoreCase),
            ConditionOperator.Matches => Pattern(value).IsMatch(text),
            ConditionOperator.Empty => text.Length == 0,
            ConditionOperator.NotEmpty => text.Length > 0,
            ConditionOperator.Greater => Number(text) > Number(value),
            ConditionOperator.Less => Number(text) < Number(value),
            _ => false,
        };
    }

    /// <summary>To follow "it runs when".</summary>
    public string Words() => Operator is ConditionOperator.Empty or ConditionOperator.NotEmpty
        ? $"{Variable} is {Operator.Replace('_', ' ')}"
        : $"{Variable} {Operator.Replace('_', ' ')} “{Value}”";

    /// <summary>Runs in linear time, whatever the text.</summary>
    /// <exception cref="ArgumentException">It is no pattern.</exception>
    /// <exception cref="NotSupportedException">It looks around or back.</exception>
    internal static Regex Pattern(string value) => new(value, RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    internal static decimal? Number(string text) =>
        decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static bool Equals(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
