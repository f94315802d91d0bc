namespace PromptLab.Workflows.Dates;

/// <summary>What a grammar rule may look at.</summary>
/// <param name="Earlier">The range that was talked about before.</param>
/// <param name="IsWhole">The text is one date phrase, so ordinary words and bare years count as dates.</param>
internal sealed record DateContext(DateText Text, DateOnly Today, DateRange? Earlier, bool IsWhole)
{
    public DateOnly Yesterday => Today.AddDays(-1);
}
