using System.Text.RegularExpressions;

namespace PromptLab.Workflows.Evaluators;

internal static class RegexCheck
{
    private const int LongestPattern = 2_000;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    public static Finding Find(Evaluator evaluator, string output, string pattern)
    {
        if (Problem(pattern) is { } problem)
        {
            return Finding.Error(problem);
        }

        try
        {
            return Finding.Of(
                Compile(pattern, evaluator.IgnoreCase).IsMatch(output), $"The output matches {OutputChecks.Shown(pattern)}.", $"The output does not match {OutputChecks.Shown(pattern)}.");
        }
        catch (RegexMatchTimeoutException)
        {
            return Finding.Error($"The regular expression {OutputChecks.Shown(pattern)} took longer than {Patience.TotalSeconds:0} second on this output. Make it simpler, for example without nested repetitions.");
        }
    }

    /// <summary>Null when it can be used, otherwise a sentence that says what to do.</summary>
    public static string? Problem(string pattern)
    {
        if (pattern.Length is 0 or > LongestPattern)
        {
            return $"A regular expression has 1 to {LongestPattern} characters.";
        }

        try
        {
            _ = Compile(pattern, ignoreCase: false);
            return null;
        }
        catch (RegexParseException exception)
        {
            return $"The regular expression {OutputChecks.Shown(pattern)} cannot be used: {exception.Message}";
        }
    }

    private static Regex Compile(string pattern, bool ignoreCase) =>
        new(pattern, RegexOptions.CultureInvariant | (ignoreCase ? RegexOptions.IgnoreCase : RegexOptions.None), Patience);
}
