namespace PromptLab.Host.About;

/// <summary>What a newcomer can ask; they work with the demo network.</summary>
internal static class ExampleQuestions
{
    public static readonly IReadOnlyList<string> All =
    [
        "Which landing page is best for Summer Promo in Germany last month?",
        "Top offers by profit this month",
        "How did we do last week, compared with the week before?",
    ];
}
