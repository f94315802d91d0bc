namespace PromptLab.Data.Executions;

public sealed record ExecutionRow : ExecutionSummaryRow
{
    /// <summary>The model that was asked for; null for the provider's own.</summary>
    public string? RequestedModel { get; init; }

    /// <summary>JSON object of what was asked of the model.</summary>
    public required string Parameters { get; init; }

    /// <summary>JSON object of values by name, defaults included.</summary>
    public required string Variables { get; init; }

    /// <summary>With the values in place.</summary>
    public string? SystemPrompt { get; init; }

    /// <summary>With the values in place.</summary>
    public required string Prompt { get; init; }

    /// <summary>What there is of it; null before the end.</summary>
    public string? Output { get; init; }
}
