namespace PromptLab.Data.WidgetTokens;

public sealed record WidgetTokenRow
{
    public required string Owner { get; init; }

    /// <summary>The only site whose pages may use it; null for any.</summary>
    public string? Origin { get; init; }
}
