namespace PromptLab.Simulator.Dimensions;

/// <summary>How one value of a column appears in a report. Plain values have the same text twice.</summary>
internal readonly record struct DimensionValue(string Id, string Label)
{
    public static DimensionValue Plain(string text) => new(text, text);
}
