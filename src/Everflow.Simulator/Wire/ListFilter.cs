using System.Globalization;

namespace PromptLab.Simulator.Wire;

/// <summary>One <c>?filter=field=value</c> of a list; the operator is <c>=</c>, <c>&gt;</c> or <c>&lt;</c>.</summary>
internal sealed record ListFilter(string Field, char Operator, string Value)
{
    private static readonly char[] Operators = ['=', '>', '<'];

    /// <summary>The filters of a request; what cannot be read is ignored, as the real API does.</summary>
    public static IReadOnlyList<ListFilter> From(HttpRequest request) =>
        [.. request.Query["filter"].OfType<string>().Select(Parse).OfType<ListFilter>()];

    /// <param name="actual">The row's value of the field, or null when the field cannot be filtered.</param>
    public bool Accepts(string? actual) => actual is null || Operator switch
    {
        '=' => string.Equals(actual, Value, StringComparison.OrdinalIgnoreCase),
        '>' => Compare(actual) > 0,
        _ => Compare(actual) < 0,
    };

    private int Compare(string actual) =>
        decimal.TryParse(actual, NumberStyles.Number, CultureInfo.InvariantCulture, out var left)
        && decimal.TryParse(Value, NumberStyles.Number, CultureInfo.InvariantCulture, out var right)
            ? left.CompareTo(right)
            : string.CompareOrdinal(actual, Value);

    private static ListFilter? Parse(string text)
    {
        var at = text.IndexOfAny(Operators);
        return at > 0 ? new ListFilter(text[..at], text[at], text[(at + 1)..]) : null;
    }
}
