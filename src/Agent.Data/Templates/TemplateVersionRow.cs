namespace PromptLab.Data.Templates;

/// <summary>The text of a template at one time; never changed.</summary>
public sealed record TemplateVersionRow
{
    public required Guid TemplateId { get; init; }

    /// <summary>1, 2, 3 … within the template.</summary>
    public int Number { get; init; }

    public string? SystemPrompt { get; init; }

    public required string Content { get; init; }

    /// <summary>JSON array of the declared inputs.</summary>
    public required string Inputs { get; init; }

    /// <summary>JSON object of what is asked of the model by default.</summary>
    public required string Parameters { get; init; }

    /// <summary>Of everything above but the ids; the same text has the same hash.</summary>
    public required string Hash { get; init; }

    /// <summary>Why it was made, in its author's words; may be empty.</summary>
    public required string Message { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public required string CreatedBy { get; init; }
}
