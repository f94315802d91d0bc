using System.Globalization;

namespace PromptLab.Workflows.Evaluators;

internal static class NumericCheck
{
    public static Finding Find(Evaluator evaluator, string output, string expected)
    {
        if (NumberText.Find(expected) is not [var wanted])
        {
            return Finding.Error($"“{OutputChecks.Shown(expected)}” is expected, which is not one number. Give a number such as 12.5.");
        }

        if (NumberText.Find(output) is not [.., var found] numbers)
        {
            return new(false, "The output has no number.");
        }

        var text = string.Create(CultureInfo.InvariantCulture, $"{found} was found{(numbers.Count > 1 ? $" (the last of {numbers.Count} numbers)" : "")}, expected {wanted}");
        var allowed = Allowed(evaluator.Tolerance, wanted);
        return new(Distance(found, wanted) <= allowed, allowed == 0 ? text + "." : $"{text} ± {evaluator.Tolerance}.");
    }

    /// <summary>Null when the tolerance can be used, otherwise a sentence that says what to do.</summary>
    public static string? Problem(string? tolerance) =>
        tolerance is null || Read(tolerance) is >= 0 ? null : $"“{tolerance}” is no tolerance: give a number such as 0.5, or a percentage such as 5%.";

    private static decimal Allowed(string? tolerance, decimal wanted) =>
        tolerance is null ? 0
        : tolerance.EndsWith('%') ? Product(Math.Abs(wanted), Read(tolerance)!.Value / 100)
        : Read(tolerance)!.Value;

    private static decimal? Read(string tolerance) =>
        decimal.TryParse(tolerance.TrimEnd('%'), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static decimal Distance(decimal one, decimal other)
    {
        try
        {
            return Math.Abs(one - other);
        }
        catch (OverflowException)
        {
            return decimal.MaxValue;
        }
    }

    private static decimal Product(decimal one, decimal other)
    {
        try
        {
            return one * other;
        }
        catch (OverflowException)
        {
            return decimal.MaxValue;
        }
    }
}
