using System.Globalization;
using System.Text.RegularExpressions;

namespace PromptLab.Planner.Evaluations;

/// <summary>
/// Judges without a model: the share of the expected words (or, where nothing is expected, of the criteria's) that the output has. The same texts
/// always get the same score, and the reason says that it is no model's.
/// </summary>
internal static partial class OfflineVerdict
{
    public const string Mark = "[offline judge: no model was asked]";

    public static Verdict Of(string criteria, string? expected, string output)
    {
        var isExpected = !string.IsNullOrWhiteSpace(expected);
        var wanted = Words(isExpected ? expected! : criteria);
        var found = wanted.Intersect(Words(output)).Count();
        var score = wanted.Count == 0 ? 0 : (double)found / wanted.Count;
        return new(score, string.Create(CultureInfo.InvariantCulture, $"{Mark} The output has {found} of the {wanted.Count} words {(isExpected ? "that are expected" : "of the criteria")}."));
    }

    private static HashSet<string> Words(string text) =>
        [.. Word().Matches(text.ToLowerInvariant()).Select(match => match.Value)];

    [GeneratedRegex(@"[\p{L}\p{N}]+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
