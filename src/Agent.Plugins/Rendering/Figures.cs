using System.Globalization;

namespace PromptLab.Plugins.Rendering;

/// <summary>Numbers as people read them: thousands separators, two decimals, units.</summary>
internal static class Figures
{
    /// <summary>What stands where a ratio has no base, for example a conversion rate without clicks.</summary>
    public const string None = "–";

    public static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary><c>1,234.50 EUR</c>.</summary>
    public static string Money(decimal amount, string currency) => string.Create(CultureInfo.InvariantCulture, $"{amount:N2} {currency}");

    /// <summary><c>+1,234.50 EUR</c> or <c>−80.00 EUR</c>.</summary>
    public static string SignedMoney(decimal amount, string currency) => Sign(amount) + Money(Math.Abs(amount), currency);

    /// <summary><c>0.85 %</c> for the ratio 0.0085.</summary>
    public static string Percent(decimal? ratio, int decimals = 2) =>
        ratio is { } value ? (value * 100).ToString(decimals == 1 ? "N1" : "N2", CultureInfo.InvariantCulture) + " %" : None;

    /// <summary><c>+12.5 %</c> or <c>−3.0 %</c>.</summary>
    public static string SignedPercent(decimal? ratio) => ratio is { } value ? Sign(value) + Percent(Math.Abs(value), 1) : None;

    /// <summary><c>1.8×</c>.</summary>
    public static string Times(decimal factor) => string.Create(CultureInfo.InvariantCulture, $"{factor:N1}×");

    private static string Sign(decimal value) => value < 0 ? "−" : "+";
}
