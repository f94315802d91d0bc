using System.Globalization;
using System.Text.RegularExpressions;

namespace PromptLab.Workflows.Evaluators;

/// <summary>
/// Numbers as people and models write them: <c>1,234.50</c>, <c>1.234,50</c>, <c>1 234</c> with a hard space, <c>3,5</c>, <c>−4</c>, <c>2e3</c>.
/// A point with three digits behind it is a decimal point, a comma with three digits behind it is not.
/// </summary>
internal static partial class NumberText
{
    private const char Minus = '−';

    /// <summary>In the order of the text; those out of range are left out.</summary>
    public static IReadOnlyList<decimal> Find(string text)
    {
        var numbers = new List<decimal>();
        foreach (var match in Number().EnumerateMatches(text))
        {
            if (Read(text.Substring(match.Index, match.Length)) is { } number)
            {
                numbers.Add(number);
            }
        }

        return numbers;
    }

    private static decimal? Read(string token)
    {
        var plain = Gap().Replace(token.Replace(Minus, '-'), "");
        var comma = plain.LastIndexOf(',');
        var isDecimalComma = comma >= 0 && plain.IndexOf(',') == comma && (plain.Contains('.') ? plain.IndexOf('.') < comma : !ThreeBehind().IsMatch(plain));
        plain = isDecimalComma ? plain.Replace(".", "").Replace(',', '.') : plain.Replace(",", "");
        return decimal.TryParse(plain, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    // A sign only where nothing that it could join stands before it: 2025-01-15 and A-1 have none.
    [GeneratedRegex(
        @"(?:(?<![\p{L}\p{Nd}.,])[-+−])?(?:[0-9]{1,3}(?:\.[0-9]{3})+,[0-9]+|[0-9]{1,3}(?:[,'’\u00A0\u202F][0-9]{3})+(?![0-9])(?:\.[0-9]+)?|[0-9]+(?:[.,][0-9]+)?|(?<![0-9.])\.[0-9]+)(?:[eE][-+]?[0-9]{1,3}(?![0-9]))?",
        RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex Number();

    [GeneratedRegex(@"['’\u00A0\u202F]")]
    private static partial Regex Gap();

    [GeneratedRegex(@"^[-+]?[0-9]{1,3},[0-9]{3}(?:[eE]|\z)")]
    private static partial Regex ThreeBehind();
}
