namespace PromptLab.Workflows.DefaultPages;

/// <summary>Traffic that ends on default landing pages.</summary>
/// <param name="ClickThreshold">Reported are rows with more clicks than this.</param>
public sealed record DefaultPageCheckRequest(DateOnly Date, int ClickThreshold)
{
    public const int DefaultClickThreshold = 50;
}
