using System.Globalization;

namespace PromptLab.Workflows.Dates;

/// <summary>A count written as one word: L7D, 30d, last7days, 2w.</summary>
/// <param name="Prefix">L, last or past; empty when the word begins with the number.</param>
internal sealed record CompactCount(string Prefix, int Count, PeriodUnit Unit)
{
    private static readonly Dictionary<string, PeriodUnit> Units = new()
    {
        ["d"] = PeriodUnit.Day, ["day"] = PeriodUnit.Day, ["days"] = PeriodUnit.Day, ["dy"] = PeriodUnit.Day,
        ["w"] = PeriodUnit.Week, ["wk"] = PeriodUnit.Week, ["wks"] = PeriodUnit.Week, ["week"] = PeriodUnit.Week, ["weeks"] = PeriodUnit.Week,
        ["m"] = PeriodUnit.Month, ["mo"] = PeriodUnit.Month, ["months"] = PeriodUnit.Month, ["mth"] = PeriodUnit.Month,
        ["q"] = PeriodUnit.Quarter, ["y"] = PeriodUnit.Year, ["h"] = PeriodUnit.Hour, ["hrs"] = PeriodUnit.Hour, ["t"] = PeriodUnit.Day,
        ["j"] = PeriodUnit.Day,
    };

    public static CompactCount? Read(string folded)
    {
        var start = folded.TakeWhile(char.IsAsciiLetter).Count();
        var end = start + folded.Skip(start).TakeWhile(char.IsAsciiDigit).Count();
        if (end - start is < 1 or > 3 || folded[..start] is not ("" or "l" or "last" or "lst" or "past")
            || !Units.TryGetValue(folded[end..], out var unit))
        {
            return null;
        }

        var count = int.Parse(folded[start..end], CultureInfo.InvariantCulture);
        return count == 0 ? null : new CompactCount(folded[..start], count, unit);
    }
}
