using System.Text.Json.Nodes;

namespace PromptLab.Plugins.Rendering;

/// <summary>A value as it is read and as data.</summary>
/// <param name="Text">Plain text; escaped where it is put into Markdown.</param>
internal readonly record struct TableCell(string Text, JsonNode? Raw)
{
    public static TableCell Of(string text) => new(text, JsonValue.Create(text));

    public static TableCell Id(int id) => new(id.ToString(System.Globalization.CultureInfo.InvariantCulture), JsonValue.Create(id));

    public static TableCell Count(long count) => new(Figures.Count(count), JsonValue.Create(count));

    /// <summary>The currency stands in the header of the answer and in the column's label, not in every cell.</summary>
    public static TableCell Money(decimal amount) => new(amount.ToString("N2", System.Globalization.CultureInfo.InvariantCulture), JsonValue.Create(amount));

    /// <summary>Raw is a percentage: 0.85 means 0.85 %.</summary>
    public static TableCell Percent(decimal? ratio) => new(Figures.Percent(ratio), ratio is { } value ? JsonValue.Create(Math.Round(value * 100, 4)) : null);

    public static TableCell Change(decimal? ratio) => new(Figures.SignedPercent(ratio), ratio is { } value ? JsonValue.Create(Math.Round(value * 100, 4)) : null);

    /// <summary>An amount per click; the data keeps more decimals than are shown.</summary>
    public static TableCell Amount(decimal? amount) => amount is { } value ? Money(Math.Round(value, 4)) : new(Figures.None, null);
}
